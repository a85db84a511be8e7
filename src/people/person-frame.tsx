import type { ComponentChildren } from 'preact';
import type { Day } from '../platform/clock.ts';
import type { Again } from '../platform/http/routes.ts';
import type { Frame } from '../platform/ui/frame.ts';
import { Identity as IdentityBar, SubNav } from '../platform/ui/identity.tsx';
import { Page } from '../platform/ui/page.tsx';
import { type Identity, underTheName } from './person.ts';
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

/** Every page about a person: who they are and how to be understood first, then the same places in the same order. */
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
  const above = (
    <>
      <IdentityBar
        name={identity.fullName}
        likes={[underTheName(identity, today)]}
        matters={identity.whatMatters}
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
