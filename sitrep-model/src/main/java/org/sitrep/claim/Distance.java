package org.sitrep.claim;

/**
 * Ground gained, or the offset from a place, as stated.
 *
 * @param value the number
 * @param unit "m", "km" or "mi"
 * @param relation "=", ">", "<", or "~"
 */
public record Distance(double value, String unit, String relation) {}
