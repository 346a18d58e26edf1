/** How the fragment of a shared notebook's address begins. Apart from what opens it, which is loaded when there is something to open. */
export const sharedMark = '#s=';
