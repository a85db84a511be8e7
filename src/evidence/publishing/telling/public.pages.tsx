import { longDate } from '../../../platform/ui/dates.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Page } from '../../../platform/ui/page.tsx';
import type { Publication } from '../publishing.store.ts';
import { Told } from './told.pages.tsx';

export interface PublicEvidence {
  slug: string;
  publication: Pick<Publication, 'siteId' | 'bundle' | 'stories'> | null;
  /** Every site everybody is told of. */
  sites: { id: string; name: string }[];
}

/** What a council tells everybody of a site, without an account. */
export function PublicEvidencePage({ slug, publication, sites }: PublicEvidence, frame: Frame) {
  const at = `/at/${slug}/evidence`;
  if (!publication)
    return (
      <Page title="Is the new way helping?" frame={frame}>
        <h1>Is the new way helping?</h1>
        <p>
          Nothing is told here yet. When a place has worked in the new way for a while, what happened is told
          here, good or bad. <a href={`${at}/methods`}>How it will be counted</a>.
        </p>
      </Page>
    );
  const { siteId, bundle, stories } = publication;
  const others = sites.filter(({ id }) => id !== siteId);
  return (
    <Page title="Is the new way helping?" frame={frame}>
      <div class="app-report">
        <h1>Is the new way helping?</h1>
        <Told bundle={bundle} stories={stories} csv={`${at}/figures.csv?site=${siteId}`} />
        {others.length > 0 ? (
          <p>
            Other sites:{' '}
            {others.map(({ id, name }, position) => (
              <>
                {position > 0 ? ', ' : ''}
                <a href={`${at}?site=${id}`}>{name}</a>
              </>
            ))}
          </p>
        ) : null}
        <p>
          <a href={`${at}/methods`}>How this is counted</a>. Take it with you:{' '}
          <a href={`${at}/figures.csv?site=${siteId}`}>for a spreadsheet (CSV)</a>, or{' '}
          <a href={`${at}/bundle.json?site=${siteId}`}>
            everything with its definitions, to check or to set beside your own (JSON)
          </a>
          . {bundle.attribution} Software version {bundle.codeVersion}, as at {longDate(bundle.asAt)}.
        </p>
      </div>
    </Page>
  );
}
