import type { ComponentChildren } from 'preact';
import { SubNav } from '../../people/identity-band.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { AsAtForm } from './as-at-form.tsx';
import { type Looked, placeOf } from './which-site.ts';

/** The places of a site's evidence, in the order somebody asks: is it helping, for whom, how did it go, at what cost. */
const places = {
  figures: { path: '/evidence', text: 'Is it helping' },
  among: { path: '/evidence/among', text: 'For whom' },
  'how-it-went': { path: '/evidence/how-it-went', text: 'How it went' },
  cost: { path: '/evidence/cost', text: 'Cost and hours' },
} as const;
export type EvidencePlace = keyof typeof places;

export interface EvidenceFrameProps {
  looked: Pick<Looked, 'site' | 'asOf' | 'today' | 'asAt'>;
  /** Which of the places this is; without one, `path` says where it is. */
  here?: EvidencePlace;
  path?: string;
  /** What else the address holds, kept when another day is asked for. */
  keeps?: Readonly<Record<string, string>>;
  title: string;
  frame: Frame;
  again?: Again | undefined;
  children: ComponentChildren;
}

/** Every page of a site's figures: the same places in the same order, the site and the day it is looked at above the heading. */
export function EvidenceFrame(props: EvidenceFrameProps) {
  const { looked, here, title, frame, again, children } = props;
  const items = Object.entries(places).map(([place, { path, text }]) => ({
    href: placeOf(path, looked),
    text,
    isCurrent: place === here || (path !== places.figures.path && (props.path ?? '').startsWith(`${path}/`)),
  }));
  const { site, asOf } = looked;
  return (
    <Page
      title={title}
      section="Evidence"
      frame={frame}
      again={again}
      above={<SubNav items={items} label="About this site" />}
    >
      <div class="app-report">
        <p class="app-when">
          {site.name}, since {longDate(site.startedOn)}; followed to {longDate(asOf)}
        </p>
        <AsAtForm looked={looked} action={props.path ?? places[here ?? 'figures'].path} keeps={props.keeps} />
        {children}
      </div>
    </Page>
  );
}
