import type { ComponentChildren } from 'preact';
import { type PageNumber, Pagination } from './pagination.tsx';

export interface PagedProps {
  page: number;
  pages: number;
  href: (page: number) => string;
  /** The list itself. */
  children: ComponentChildren;
}

/** A list that goes on over several pages. */
export function Paged({ page, pages, href, children }: PagedProps) {
  if (pages <= 1) return <>{children}</>;
  const step = (to: number) => (to >= 1 && to <= pages ? { href: href(to) } : undefined);
  return (
    <>
      {children}
      <Pagination previous={step(page - 1)} items={pageNumbers(page, pages, href)} next={step(page + 1)} />
    </>
  );
}

/** The first, the last and those around the present one, with gaps marked. */
function pageNumbers(
  page: number,
  pages: number,
  href: (page: number) => string,
): (PageNumber | 'ellipsis')[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  return [...new Set(near)].flatMap((number, index, all) => {
    const item: PageNumber = { number, href: href(number), isCurrent: number === page };
    return number - (all[index - 1] ?? number - 1) > 1 ? ['ellipsis' as const, item] : [item];
  });
}
