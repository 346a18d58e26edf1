/** Sobol' dimensions there are direction numbers for; they are numbered from 1. Apart from the numbers, which are large. */
export const SOBOL_DIMENSIONS = 320;
