import { mayLeanOn, sameThing } from '../../people/carers/willing.ts';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked } from '../../platform/ui/form.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import type { NeedLine } from '../plan.ts';
import type { Carers } from './leaning.ts';
import { leansOnValue } from './leans-on.forms.ts';

export interface LeansOnProps {
  carers: Carers;
  today: Day;
  line?: NeedLine | undefined;
  again: Again | undefined;
}

/** N5: which of the things a carer said yes to a need leans on. Asked only where a carer has a record of their own. */
export function LeansOn({ carers, today, line, again }: LeansOnProps) {
  if (!carers.carers.length) return null;
  const begins = line?.carerId && line.carerThing ? leansOnValue(line.carerId, line.carerThing) : '';
  return (
    <>
      <Select
        {...asked(again, 'leansOn', begins)}
        label="If it leans on somebody with a record of their own, which thing did they say yes to?"
        hint="For family and friends. It holds only while they are willing and able"
        items={[{ value: '', text: 'It does not' }, ...thingsToChoose(carers, today, line)]}
      />
      {carers.carers.map(({ carerId, name }) => (
        <p key={carerId}>
          <a href={`/people/${carerId}/willing-and-able`}>Ask {name} what they are willing and able to do</a>
        </p>
      ))}
    </>
  );
}

function thingsToChoose({ carers, statements }: Carers, today: Day, line: NeedLine | undefined) {
  return carers.flatMap(({ carerId, name }) => {
    const theirs = statements.filter((one) => one.carerId === carerId);
    const chosen = line?.carerId === carerId && line.carerThing ? [line.carerThing] : [];
    const things = [...theirs.map(({ thing }) => thing), ...chosen];
    return things
      .filter((thing, index) => things.findIndex((one) => sameThing(one, thing)) === index)
      .map((thing) => ({
        value: leansOnValue(carerId, thing),
        text: `${name}: ${thing}${mayLeanOn(theirs, thing, today) ? ', not as things stand' : ', willing and able'}`,
      }));
  });
}
