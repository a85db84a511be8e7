/** What who looked says in place of a reason that could harm somebody; information governance reads the reason itself (W5). */
export const keptReason = 'Kept with information governance';
