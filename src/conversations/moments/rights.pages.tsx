import type { ComponentChildren } from 'preact';
import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { sentence } from '../../platform/ui/sentence.ts';
import { standsOn } from '../deciding/deciding.ts';
import { isWaiting, WhereItStands } from './entitled.pages.tsx';
import type { OfferSaidNoTo } from './offers.ts';
import type { Rights } from './rights.store.ts';

/** Rights and safety: what keeps somebody safe, then what they are owed, in sentences that lead to where each is carried on. */
export function RightsPage(rights: Rights, frame: Frame) {
  const { identity, today, entitlement, offers, beingHeard, beingSafe, openEnquiryId } = rights;
  const at = `/people/${identity.personId}`;
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="rights" title="Rights and safety" frame={frame}>
      <p>
        What keeps {name} safe, and what {name} can count on from us.
      </p>
      <h2>Being safe</h2>
      <p>{beingSafe ?? 'No safeguarding enquiry is open.'}</p>
      <Ways
        ways={[
          ...(openEnquiryId ? [toEnquiry(openEnquiryId)] : []),
          [`${at}/safeguarding`, 'Somebody may be hurting or neglecting them'],
          [`${at}/urgent-help`, 'Something cannot wait: help at once'],
        ]}
      />
      <h2>What they are entitled to</h2>
      {entitlement ? <WhereItStands value={rights} frame={frame} /> : <p>{name} has not asked yet.</p>}
      {isWaiting(rights) ? null : <Ways ways={[[`${at}/entitled`, 'They ask what they are entitled to']]} />}
      <h2>Being heard</h2>
      <p>{beingHeard ?? 'Nobody has looked yet at whether being involved would be very hard for them.'}</p>
      <Ways ways={[[`${at}/advocate`, 'Help to be heard']]} />
      <h2>Deciding</h2>
      <p>{decidingInASentence(rights, name)}</p>
      <Ways ways={[[`${at}/deciding`, 'One decision at a time, and who may decide something for them']]} />
      <h2>What they said no to</h2>
      {offers.length ? null : <p>Nothing we know of.</p>}
      <ul class="app-plain-list">
        {offers.map((offer) => (
          <SaidNo key={offer.fact.id} offer={offer} at={at} />
        ))}
      </ul>
      <Ways
        ways={[
          [`${at}/said?kind=offer`, 'Something was offered'],
          [`${at}/said?kind=asked-again`, 'They ask for a needs assessment after all'],
          [`${at}/said?kind=situation-changed`, 'Something has changed for them'],
        ]}
      />
      <h2>Anything else that was said</h2>
      <Ways ways={[[`${at}/said`, 'Write it down and mark it']]} />
    </PersonFrame>
  );
}

const toEnquiry = (id: string): [string, string] => [`/enquiries/${id}`, 'Go to the enquiry'];

function Ways({ ways }: { ways: [href: string, text: ComponentChildren][] }) {
  return (
    <ul class="app-plain-list">
      {ways.map(([href, text]) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

function SaidNo({ offer, at }: { offer: OfferSaidNoTo; at: string }) {
  const { fact, what, saidOn, isNotNow, wouldBringBack, askAgainOn, state, because } = offer;
  return (
    <li>
      <b>{sentence(what)}</b> {isNotNow ? '“Not now”' : '“No”'}, {longDate(saidOn)}:{' '}
      <a href={`/entries/${fact.entryId}/facts`}>“{fact.phrase}”</a>{' '}
      {wouldBringBack ? `What would bring it back: ${sentence(wouldBringBack)} ` : ''}
      {askAgainOn ? `We ask again on ${longDate(askAgainOn)}. ` : ''}
      {state === 'offer-again' ? `Offer it again now: ${sentence(because).toLowerCase()}` : null}
      {state === 'duty-stands' ? `The law asks us to go on despite the “no”: ${because}.` : null}
      {state === 'not-sure' ? (
        <>
          {sentence(because)} <a href={`${at}/deciding`}>Look at whether they could decide it</a>
        </>
      ) : null}
    </li>
  );
}

function decidingInASentence({ deciding: { found, others }, offers, today }: Rights, name: string): string {
  const standing = others.filter((one) => one.seenOn && standsOn(one, today));
  const [last] = found;
  const isDoubted = last !== undefined || offers.some(({ state }) => state === 'not-sure');
  const looked = last
    ? `We begin from this: ${name} can decide. Last looked at: “${last.decision}” on ${longDate(last.lookedAtOn)}, which they ${last.finding === 'can' ? 'can decide' : 'could not decide then'}.`
    : isDoubted
      ? `We begin from this: ${name} can decide.`
      : `Nobody doubts that ${name} can decide.`;
  if (!standing.length) return looked;
  return `${looked} ${standing.map((one) => one.name).join(', ')} may decide particular things for them.`;
}
