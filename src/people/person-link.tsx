export function PersonLink({ id, name }: { id: string; name: string }) {
  return <a href={`/people/${id}`}>{name}</a>;
}
