import type { ComponentChildren } from 'preact';
import type { Again } from '../../../platform/http/routes.ts';
import { asked, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import type { KeptSite } from '../kept-site.ts';

interface KeepingPageProps {
  title: string;
  site: KeptSite;
  noun: string;
  button: string;
  frame: Frame;
  again: Again | undefined;
  /** Said before the form. */
  lead?: ComponentChildren;
  /** Shown after it: what was said before. */
  after?: ComponentChildren;
  children: ComponentChildren;
}

/** One thing said of a site: why it is asked, the form, and what was said before. */
export function KeepingPage({
  title,
  site,
  noun,
  button,
  frame,
  again,
  lead,
  after,
  children,
}: KeepingPageProps) {
  return (
    <Page title={title} frame={frame} again={again} section="Evidence">
      <BackLink href={`/evidence/sites/${site.id}`}>{site.name}</BackLink>
      <h1>{title}</h1>
      {lead}
      <Form action={`/evidence/sites/${site.id}/${noun}`} frame={frame}>
        {children}
        <Button>{button}</Button>
      </Form>
      {after}
    </Page>
  );
}

/** Asked only when something was said before, or the site has begun. */
export function Why({ again, isAsked }: { again: Again | undefined; isAsked: boolean }) {
  if (!isAsked) return null;
  return (
    <Textarea
      {...asked(again, 'why')}
      label="Why it changes"
      hint="What was said before stays to be read, with its day."
      rows={2}
    />
  );
}
