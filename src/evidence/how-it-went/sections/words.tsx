import { longDate } from '../../../platform/ui/dates.ts';
import { Paged } from '../../../platform/ui/telling.tsx';
import { placeOf } from '../../looking/which-site.ts';
import type { HowItWentValue } from '../value.ts';

const whose = { people: 'People', staff: 'Staff' } as const;

/** People's and staff's words that were kept to be read here. */
export function Words({ looked, words: { words, page, pages } }: HowItWentValue) {
  return (
    <section id="words">
      <h2>In people’s and staff’s words</h2>
      <p>
        Only what was given or written to be read as evidence of {looked.site.name}. What people say in
        conversations is theirs.
      </p>
      {words.length === 0 ? <p>Nothing has been kept yet.</p> : null}
      <Paged
        page={page}
        pages={pages}
        href={(to) => `${placeOf('/evidence/how-it-went', looked)}&page=${to}#words`}
      >
        {words.map((one) => (
          <figure key={`${one.on}${one.words}`}>
            {one.asked ? <p class="app-soft">{one.asked}</p> : null}
            <blockquote class="app-said">{one.words}</blockquote>
            <figcaption class="app-by">
              {whose[one.whose]}: {one.byWhom}, {longDate(one.on)}
            </figcaption>
          </figure>
        ))}
      </Paged>
    </section>
  );
}
