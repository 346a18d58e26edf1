/** How the fragment of one's own notebook's address begins; its id follows. */
export const ownMark = '#n=';

/** The fragment of a notebook that begins now. */
export const newMark = '#new';

/** How the fragment of a notebook somebody sent begins; the notebook itself follows. */
export { sharedMark as sentMark } from '$lib/notebook/sharedMark';
