/** Minutes before sunset at which the light goes on. */
export const LEAD = 20;
