import type { WayIn } from '../../../access/own-page/own-codes.ts';
import { LETTER_DAYS, makeLetter } from '../../../access/own-page/own-pages.store.ts';
import { alongsiders } from '../../../access/roles.ts';
import { openAlongside } from '../../../people/opening.store.ts';
import { HowToOpen } from '../../../people/own-page/how-to-open.tsx';
import { withinVisit } from '../../../people/own-page/letter-visit.ts';
import { addDays, type Day, dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import { writeAudit } from '../../../platform/db/ledger.store.ts';
import { answerPage, wantsJson } from '../../../platform/http/answers.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { read } from '../../../platform/http/reading.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Page } from '../../../platform/ui/page.tsx';
import { doorFor } from './doors.store.ts';
import { DoorPath, NoFieldsForm } from './staff.forms.ts';

const url = '/people/:id/sharing/doors/:page/letter';

/** A letter with a way in to what is shared: shown once, as a person's own is, and kept nowhere. */
export function doorLetterRoutes(house: House): void {
  const name = 'A letter with a way in to what somebody shares';
  house.routes.push({ method: 'POST', url, name, may: alongsiders, params: DoorPath, body: NoFieldsForm });
  house.server.post(url, async (request, reply) => {
    const { letter, visit } = await withinVisit(house, request, async (db, visit) => {
      const params = read(DoorPath, request.params);
      if (!params.ok) throw new Unknown();
      return { letter: await make(db, params.value), visit };
    });
    if (wantsJson(request)) return reply.send({ code: letter.way.code, endsOn: letter.endsOn });
    const origin = house.publicUrl ?? `${house.isSecure ? 'https' : 'http'}://${request.host}`;
    const door = `${origin}/at/${visit.councilSlug}/me`;
    return answerPage(house, request, reply, visit, (frame) => (
      <DoorLetterPage {...letter} council={visit.councilName} door={door} frame={frame} />
    ));
  });
}

interface DoorLetter {
  personId: string;
  /** Whoever it is for. */
  name: string;
  way: WayIn;
  on: Day;
  endsOn: Day;
}

async function make(db: CouncilDb, { id, page }: { id: string; page: string }): Promise<DoorLetter> {
  const { personId } = await openAlongside(db, id);
  const { ownPageId, name } = await doorFor(db, personId, page);
  const way = await makeLetter(db, ownPageId);
  await writeAudit(db, { act: 'write', route: url, personIds: [personId] });
  const on = dayOf(nowOf(db));
  return { personId, name, way, on, endsOn: addDays(on, LETTER_DAYS) };
}

/** It does not say who shares, nor what: somebody else may open it. */
function DoorLetterPage(letter: DoorLetter & { council: string; door: string; frame: Frame }) {
  const { personId, name, way, on, endsOn, council, door, frame } = letter;
  return (
    <Page title="A letter with a way in" frame={frame} section="People">
      <nav class="app-letter-around" aria-label="This letter">
        <p>Print this now: it is shown this once and kept nowhere. Another one ends this one.</p>
        <p>
          <a href={`/people/${personId}/sharing`}>Back to what is shared</a>
        </p>
      </nav>
      <article class="app-copy">
        <div class="app-letter-head">
          <p>
            <b>{council}</b>
          </p>
          <p>{name}</p>
          <p>{longDate(on)}</p>
        </div>
        <h1>A page for you</h1>
        <p>Dear {name},</p>
        <p>Somebody you know wants to show you something. It is on a page of your own.</p>
        <HowToOpen way={way} door={door} />
        <p>
          This letter works once, until {longDate(endsOn)}. What you see there was chosen line by line, and
          may end at any time.
        </p>
        <p class="app-letter-foot">
          For {name}, {longDate(on)}
        </p>
      </article>
    </Page>
  );
}
