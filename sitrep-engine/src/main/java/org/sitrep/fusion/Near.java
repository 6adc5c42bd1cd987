package org.sitrep.fusion;

/**
 * An event that another is possibly the same as.
 *
 * @param mean bits between the cores of the two
 */
record Near(Draft draft, double mean) {}
