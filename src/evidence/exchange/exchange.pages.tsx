import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, errorOf, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { measureInWords } from '../publishing/telling/told-words.ts';
import type { DefinedBeside } from './definitions-beside.ts';
import type { SideBySide } from './side-by-side.ts';

export interface PlacesValue {
  places: {
    id: string;
    place: string;
    site: string;
    asAt: Day;
    attribution: string;
    licence: { name: string; url: string };
  }[];
  tables: SideBySide[];
  defined: DefinedBeside[];
}

/** Places beside one another, in the order of the alphabet: to learn from, and no league. */
export function PlacesPage({ places, tables, defined }: PlacesValue, frame: Frame, again?: Again) {
  return (
    <Page title="Places beside one another" section="Evidence" frame={frame} again={again}>
      <div class="app-report">
        <h1>Places beside one another</h1>
        <p>
          What places tell everybody, in the order of the alphabet. Different people live in different places,
          so a difference is something to ask about and never a league. Only what is counted in the same words
          over the same days stands together.
        </p>
        {tables.length === 0 ? <p>No place has told anything yet.</p> : null}
        {tables.map((table) => (
          <Together table={table} />
        ))}
        {places.length > 0 ? <WhoToldUs places={places} frame={frame} /> : null}
        {places.length > 0 ? <HowEachCounts defined={defined} /> : null}
        <h2>Read in what another place tells</h2>
        <p>
          Take the file from their page, <code>/at/their-place/evidence/bundle.json</code>, or the file of a
          history they have sent you. Each share in it is worked out again before it is kept. It holds no
          record, and none of ours leaves.
        </p>
        <Form action="/evidence/places" frame={frame} enctype="multipart/form-data">
          <Input
            name="file"
            type="file"
            class="govuk-file-upload"
            accept=".json"
            error={errorOf(again, 'file')}
            label="The file"
          />
          <Details summary="Or paste it">
            <Textarea {...asked(again, 'bundle')} label="The whole of the file" rows={8} />
          </Details>
          <Button preventDoubleClick>Check it and keep it</Button>
        </Form>
      </div>
    </Page>
  );
}

function Together({ table: { measure, windowDays, rows, otherwise } }: { table: SideBySide }) {
  const caption = `${measureInWords[measure]}, within ${windowDays} days`;
  return (
    <section>
      {rows.length > 0 ? (
        <Table
          caption={caption}
          tabIndex={0}
          firstCellIsHeader
          head={['Place', 'Number, share and its 95% range', 'As at']}
          rows={rows.map(({ place, site, share, asAt }) => [`${place}: ${site}`, share, longDate(asAt)])}
        />
      ) : null}
      {otherwise.length > 0 ? (
        <Details summary={`${caption}: counted otherwise, so not set beside`}>
          <ul>
            {otherwise.map(({ place, definition }) => (
              <li key={place}>
                <b>{place}.</b> {definition}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </section>
  );
}

/** Every definition beside ours: the same words, or what a place says otherwise. */
function HowEachCounts({ defined }: Pick<PlacesValue, 'defined'>) {
  return (
    <>
      <h2>How each place counts</h2>
      <p>Only the same words are the same definition. Where a place says it otherwise, ask what they mean.</p>
      {defined.map(({ what, wordings }) => (
        <Details
          summary={`${definedInWords[what] ?? what}: ${wordings.length === 1 ? 'one wording' : `${wordings.length} wordings`}`}
        >
          <ul>
            {wordings.map(({ words, places, isOurs }) => (
              <li>
                <b>{[...(isOurs ? ['Ours'] : []), ...places].join(', ')}.</b> {words}
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </>
  );
}

const definedInWords: Record<string, string> = {
  contactEpisode: 'One asking',
  newPerson: 'A new person',
  people: 'Began ongoing support, by people',
  episodes: 'Began ongoing support, by askings',
  wait: 'Days to a conversation',
  cameBack: 'Came back',
  died: 'Died or moved away',
  interval: 'The 95% range',
  groups: 'Which group somebody belongs to',
};

function WhoToldUs({ places, frame }: { places: PlacesValue['places']; frame: Frame }) {
  return (
    <Details summary="Who told us, and how to name them">
      <ul>
        {places.map(({ id, place, site, asAt, attribution, licence }) => (
          <li key={id}>
            {place}: {site}, as at {longDate(asAt)}. {attribution} <a href={licence.url}>{licence.name}</a>
            <Form action={`/evidence/places/${id}/end`} frame={frame}>
              <Button class="govuk-button--secondary" preventDoubleClick>
                Put it by
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Details>
  );
}
