import type { Again } from '../../../platform/http/routes.ts';
import { asked, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import type { PlacedStory } from './site-stories.store.ts';
import type { ToldStory } from './voices.ts';

export interface SiteStoriesValue {
  site: { id: string; name: string };
  /** Let out to the council or to everybody just now. */
  stories: { storyId: string; title: string; name: string | null }[];
  placed: PlacedStory[];
}

const besideInWords: Record<ToldStory['beside'], string> = {
  people: 'People who began support',
  episodes: 'Times somebody got in touch',
  returns: 'People who came back',
  waits: 'How soon somebody was spoken with',
};

/** Stories beside figures: never copied, so that one its teller takes down is gone from here as well. */
export function SiteStoriesPage({ site, stories, placed }: SiteStoriesValue, frame: Frame, again?: Again) {
  const at = `/evidence/sites/${site.id}/stories`;
  return (
    <Page title="Stories beside figures" frame={frame} section="Evidence" again={again}>
      <h1>Stories beside figures</h1>
      <p>
        {site.name}. A story stands beside a figure only while its teller lets the council see it, and on the
        page for everybody only while they let everybody. Taken down, it is gone from both at once.
      </p>
      {placed.map((one) => (
        <>
          <InsetText>
            “{one.words}” <span class="app-by">{one.byWhom}</span>
          </InsetText>
          <p>Beside: {besideInWords[one.beside]}.</p>
          <Form action={`${at}/${one.id}/removal`} frame={frame}>
            <Button class="govuk-button--secondary">Take it from there</Button>
          </Form>
        </>
      ))}
      {stories.length === 0 ? (
        <p>No story is let out to the council just now.</p>
      ) : (
        <Form action={at} frame={frame}>
          <Radios
            {...asked(again, 'storyId')}
            legend="Which story?"
            items={stories.map(({ storyId, title, name }) => ({
              value: storyId,
              label: name ? `${title}, ${name}` : title,
            }))}
          />
          <Radios
            {...asked(again, 'beside')}
            legend="Beside which figure?"
            items={Object.entries(besideInWords).map(([value, label]) => ({ value, label }))}
          />
          <Button>Put it there</Button>
        </Form>
      )}
      <p>
        <a href={`/evidence?site=${site.id}`}>The site’s evidence</a>
      </p>
      {stories.length > 0 ? (
        <p>
          <a href="/stories/wall">Every story people let us read</a>
        </p>
      ) : null}
    </Page>
  );
}
