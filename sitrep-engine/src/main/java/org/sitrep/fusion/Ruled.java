package org.sitrep.fusion;

/**
 * What people ruled on one claim and others: with which it is about one happening, with which it is not.
 *
 * @param self the claim's number
 * @param same numbers of the others, ascending
 * @param apart numbers of the others, ascending
 */
record Ruled(long self, long[] same, long[] apart) {}
