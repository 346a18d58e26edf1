/** The colours scenarios have, in the order they come (`tokens.css`). */
export type Accent = 1 | 2 | 3 | 4 | 5;
