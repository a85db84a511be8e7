import type { ComponentChildren } from 'preact';
import type { Again } from '../http/routes.ts';
import type { Frame } from './frame.ts';
import { ErrorSummary } from './govuk/error-summary.tsx';
import type { Said } from './said.ts';
import { sentence } from './sentence.ts';

export interface FormProps {
  action: string;
  frame: Frame;
  /** Set when somebody else may change the same thing meanwhile. */
  version?: number | undefined;
  /** Where the server keeps an unfinished copy, for forms worth keeping. */
  draft?: string | undefined;
  id?: string | undefined;
  class?: string | undefined;
  /** `multipart/form-data` where a file may be given; its address must take one (`takeUploads`). */
  enctype?: 'multipart/form-data' | undefined;
  children: ComponentChildren;
}

/** A form that changes something: it says whose session it is from, and pressing twice gives one record. */
export function Form({ action, frame, version, draft, children, ...rest }: FormProps) {
  return (
    <form {...rest} method="post" action={action} noValidate data-draft={draft}>
      <input type="hidden" name="csrf" value={frame.csrf ?? ''} />
      <input type="hidden" name="submission" value={frame.submissionId()} />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      {children}
    </form>
  );
}

/** What needs another look, at the top of a page that came back: fields to mend, or a rule that said not yet. */
export function Problems({ again, said }: { again: Again | undefined; said: Said }) {
  if (!again) return null;
  const { refusal, problems } = again;
  if (!refusal)
    return (
      <ErrorSummary
        title={said.check}
        errors={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
      />
    );
  return (
    <ErrorSummary title={said.notYet}>
      <span lang={refusal.lang}>{sentence(refusal.because)}</span> {said.goOn}{' '}
      <span lang={refusal.lang}>{refusal.satisfyBy}.</span>{' '}
      <span class="app-soft">({said.rule(refusal.refused)})</span>
    </ErrorSummary>
  );
}

/** The message beside one field, when it has one. @example <Input name="who" error={errorOf(again, 'who')} /> */
export function errorOf(again: Again | undefined, field: string): string | undefined {
  return again?.problems.find((problem) => problem.field === field)?.message;
}

/** What was typed into a field, or what it begins with. */
export function valueOf(again: Again | undefined, field: string, begins: string | null = ''): string {
  const typed = again?.typed[field];
  return (Array.isArray(typed) ? typed.at(-1) : typed) ?? (again ? '' : (begins ?? ''));
}

/** A field's name, what stands in it and what is wrong with it. @example <Input {...asked(again, 'who')} label="Who" /> */
export function asked(again: Again | undefined, name: string, begins: string | null = '') {
  return { name, value: valueOf(again, name, begins), error: errorOf(again, name) };
}

/** The boxes that were ticked, or those that begin ticked. */
export function valuesOf(again: Again | undefined, field: string, begins: readonly string[] = []): string[] {
  return again ? [again.typed[field] ?? []].flat() : [...begins];
}

/** The form that came back when it is the one with this field; several forms may share a page. */
export function cameBack(again: Again | undefined, field: string): Again | undefined {
  return again && field in again.typed ? again : undefined;
}
