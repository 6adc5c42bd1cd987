package org.sitrep.gazetteer;

import java.io.IOException;

/** Reads one foreign format, record by record. */
interface Importer {

  /**
   * Hands every record to a sink.
   *
   * @throws Refused when the file is not of this format or is cut off within a record
   */
  void read(Dump dump, Setting setting, Sink sink) throws IOException;
}
