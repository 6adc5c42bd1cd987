package org.sitrep.gazetteer;

/** Where importers put what they read. */
interface Sink {

  /** A place. */
  void place(Draft draft) throws Refused;

  /** A place of which the file may have several records, to be joined. */
  void part(Draft draft) throws Refused;

  /** A record that cannot be used. */
  void reject(int line, String why) throws Refused;

  /** A record that is well, and of no interest. */
  void leaveOut();

  /** The name of the first-level region of a code. */
  void region(String code, String name);

  /**
   * A further name of a place that is here or in the packs.
   *
   * @param use what such a name counts as in {@code place-names}
   */
  void name(String id, String name, String use);

  /** Whether names of this id are of use. */
  boolean wantsNames(String id);
}
