package org.sitrep.synthetic;

import java.time.LocalDate;

/**
 * What took place, or what a bloc made up.
 *
 * @param number its number
 * @param place number of the place
 * @param doer who did it
 * @param target to whom
 * @param killed how many died
 * @param favours the bloc that gains if it is so
 * @param real whether it took place
 * @param name somebody or something that only this happening has to do with, or ""
 * @param rare rare words that tellings of it may use
 */
record Happening(
    int number,
    int place,
    LocalDate day,
    String type,
    String doer,
    String target,
    int killed,
    String favours,
    boolean real,
    String name,
    String[] rare) {}
