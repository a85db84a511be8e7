/** The kinds of account a council gives its staff. What each may do is said route by route. */
export const roles = [
  'practitioner',
  'site-lead',
  'analyst',
  'directory-editor',
  'administrator',
  'governance',
] as const;
export type Role = (typeof roles)[number];

/** A person at their own page, and somebody they share with. Neither is staff: no page of the staff's names them. */
export const themselves = ['person'] as const;
export const delegates = ['delegate'] as const;

/** Those who are alongside people, and so may open a person's record when a relationship allows it. */
export const alongsiders = ['practitioner', 'site-lead'] as const satisfies readonly Role[];
/** Everyone who works here. */
export const everyone = roles;
/** Those who work here and are alongside nobody. */
export const alongsideNobody = [
  'analyst',
  'directory-editor',
  'administrator',
  'governance',
] as const satisfies readonly Role[];
/** Those who read evidence: figures, never records. */
export const evidenceReaders = [
  'practitioner',
  'site-lead',
  'analyst',
  'administrator',
] as const satisfies readonly Role[];
/** Those who look after the community directory. */
export const directoryReaders = [
  'practitioner',
  'site-lead',
  'directory-editor',
] as const satisfies readonly Role[];
/** Information governance: who looked at what, and every broken glass. */
export const governance = ['governance'] as const satisfies readonly Role[];

export const roleInWords: Record<Role, string> = {
  practitioner: 'Practitioner',
  'site-lead': 'Site lead',
  analyst: 'Analyst',
  'directory-editor': 'Directory editor',
  administrator: 'Council administrator',
  governance: 'Information governance',
};

/** Where somebody begins after signing in. */
export function firstPageOf(role: string): string {
  if (role === 'directory-editor') return '/community';
  if (role === 'analyst' || role === 'administrator') return '/evidence';
  if (role === 'governance') return '/governance';
  if (role === 'person') return '/my';
  if (role === 'delegate') return '/shared';
  return '/today';
}
