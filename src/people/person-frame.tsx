import type { ComponentChildren } from 'preact';
import type { Day } from '../platform/clock.ts';
import type { Again } from '../platform/http/routes.ts';
import type { Frame } from '../platform/ui/frame.ts';
import { Page } from '../platform/ui/page.tsx';
import { IdentityBand, SubNav } from './identity-band.tsx';
import { brieflyUnderTheName, type Identity, underTheName } from './person.ts';
import { type PersonPlace, subNavFor } from './sub-nav.ts';

export interface PersonFrameProps {
  identity: Identity;
  today: Day;
  here: PersonPlace;
  frame: Frame;
  again?: Again | undefined;
  aside?: ComponentChildren;
  /** The tab's title; never the person's name. */
  title?: string;
  children: ComponentChildren;
}

/**
 * Every page about a person: who they are and how to be understood first, then the same places in the same order.
 * What matters to them is said where somebody meets them; elsewhere, on a phone, it would fill the first screen.
 */
export function PersonFrame({
  identity,
  today,
  here,
  frame,
  again,
  aside,
  title = 'A person',
  children,
}: PersonFrameProps) {
  const isMeeting = here === 'now';
  const above = (
    <>
      <IdentityBand
        name={identity.fullName}
        likes={[isMeeting ? underTheName(identity, today) : brieflyUnderTheName(identity, today)]}
        matters={isMeeting ? identity.whatMatters : null}
        needs={identity.needs}
      />
      <SubNav items={subNavFor(identity.personId, here)} />
    </>
  );
  return (
    <Page title={title} frame={frame} section="People" above={above} aside={aside} again={again}>
      {children}
    </Page>
  );
}
