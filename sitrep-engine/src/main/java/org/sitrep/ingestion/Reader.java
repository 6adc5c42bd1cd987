package org.sitrep.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;

/** Takes one file format apart. Stateless; what cannot be read becomes an issue. */
interface Reader {

  /**
   * An open file or stream.
   *
   * @param name as the user named it, for messages
   * @param stem the id of its document, or the beginning of its records' ids
   * @param in its bytes
   * @param limit the largest document to read, in bytes
   * @param file the file on disk that the bytes are those of, or null
   */
  record Source(String name, String stem, InputStream in, int limit, @Nullable Path file) {

    Source with(InputStream other) {
      return new Source(name, stem, other, limit, null);
    }

    /** A part of this source, under a name of its own. */
    Source part(String partName, InputStream other) {
      return new Source(partName, stem, other, limit, null);
    }
  }

  /** Reads to the end. Throws only where the stream itself fails. */
  void read(Source source, Consumer<Capture> captures, Consumer<Issue> issues) throws IOException;
}
