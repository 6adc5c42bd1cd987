package org.sitrep.watching;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What came of asking for an address. */
sealed interface Answer {

  /** A body. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Content(URI at, String contentType, byte[] body, Optional<String> etag, Optional<String> lastModified)
      implements Answer {}

  /** 304: as at the last visit. */
  record Unchanged() implements Answer {}

  /** There is none: 404, or for good, 410. */
  record Missing(boolean forGood) implements Answer {}

  /** It may not be fetched: robots.txt, a private address, another scheme. */
  record Refused(String reason) implements Answer {}

  /**
   * It could not be fetched now.
   *
   * @param status of the answer, or 0 where there was none
   * @param respite how long the server asks to be left alone
   */
  record Failed(String reason, int status, Optional<Duration> respite) implements Answer {

    Failed(String reason) {
      this(reason, 0, Optional.empty());
    }
  }
}
