import type { PlanKind } from '../plan.ts';

/** Care Act 2014 s20(3): a carer's need may be met by caring for the other person, who has to agree to that first. */
export function WithTheirAgreement({ kind, name }: { kind: PlanKind | undefined; name: string }) {
  if (kind !== 'carer') return null;
  return (
    <p>
      Where a break for {name} means that somebody else cares for the person they look out for, that person
      has to say yes to it first (Care Act 2014, section 20).
    </p>
  );
}
