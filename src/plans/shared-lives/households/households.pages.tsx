import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { Paged } from '../../../platform/ui/telling.tsx';
import { type Household, roomInWords } from './household.ts';
import { HouseholdFields } from './household-fields.pages.tsx';

export interface HouseholdsValue {
  households: Household[];
  page: number;
  pages: number;
  today: Day;
}

/** P5: homes that share, with the area and nothing nearer. */
export function HouseholdsPage(
  { households, page, pages, today }: HouseholdsValue,
  frame: Frame,
  again?: Again,
) {
  return (
    <Page title="Homes that share" frame={frame} section="People" again={again}>
      <h1>Homes that share</h1>
      <p>
        People who would share their home and their life with somebody: who they are, and whether there is
        room.
      </p>
      {households.length ? (
        <Paged page={page} pages={pages} href={(to) => `/households?page=${to}`}>
          <ul>
            {households.map((one) => (
              <li key={one.id}>
                <a href={`/households/${one.id}`}>{one.name}</a>, {one.place}. {roomInWords(one, today)}.
              </li>
            ))}
          </ul>
        </Paged>
      ) : (
        <p>No home is written down yet.</p>
      )}
      <Details summary="Write down a home" open={again !== undefined}>
        <Form action="/households" frame={frame}>
          <HouseholdFields again={again} />
          <Button preventDoubleClick>Write it down</Button>
        </Form>
      </Details>
    </Page>
  );
}
