import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Page } from '../../../platform/ui/page.tsx';
import type { WaitingForGroup } from '../for-the-group.store.ts';
import { ForTheGroup, HowManyYouWelcome } from '../for-the-group.tsx';

export interface GroupAskedValue {
  code: string;
  name: string;
  waiting: WaitingForGroup;
  today: Day;
}

/** A group's questions by themselves: where a form of theirs comes back to when something needs another look. */
export function GroupAskedPage({ code, name, waiting, today }: GroupAskedValue, frame: Frame, again?: Again) {
  return (
    <Page title="Who would like to come" frame={frame} again={again}>
      <h1>{name}</h1>
      <ForTheGroup code={code} waiting={waiting} today={today} frame={frame} again={again} />
      <h2>How many you welcome</h2>
      <HowManyYouWelcome code={code} waiting={waiting} frame={frame} again={again} />
      <p>
        <a href={`/g/${code}`}>Your page</a>
      </p>
    </Page>
  );
}
