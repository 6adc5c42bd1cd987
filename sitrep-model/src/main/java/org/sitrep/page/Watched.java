package org.sitrep.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An address that is fetched again and again, and what is known of it: kept so that watching goes on where it
 * stopped.
 *
 * @param url the address, as the list or the feed names it
 * @param feed whether it is a feed; else an article
 * @param publisher the outlet, where the list or the feed names it
 * @param title the title that the feed gives an article
 * @param published the day of publication that the feed gives an article
 * @param first when it was first heard of
 * @param step how many of an article's planned visits are done
 * @param due when it is to be fetched next
 * @param failures how many times in a row it could not be fetched
 * @param landed where the last fetch ended after redirects
 * @param etag entity tag of the last answer, for a conditional request to {@code landed}
 * @param lastModified the same answer's stated time of change, as it was sent
 * @param digest SHA-256 of the last bytes kept
 * @param ended whether it is not fetched any more
 */
public record Watched(
    String url,
    boolean feed,
    Optional<String> publisher,
    Optional<String> title,
    Optional<LocalDate> published,
    Instant first,
    int step,
    Instant due,
    int failures,
    Optional<String> landed,
    Optional<String> etag,
    Optional<String> lastModified,
    Optional<String> digest,
    boolean ended) {

  /** A feed, heard of now and due at once. */
  public static Watched feed(String url, Optional<String> publisher, Instant now) {
    return of(url, true, publisher, Optional.empty(), Optional.empty(), now);
  }

  /** An article, heard of now and due at once. */
  public static Watched article(
      String url, Optional<String> publisher, Optional<String> title, Optional<LocalDate> published, Instant now) {
    return of(url, false, publisher, title, published, now);
  }

  private static Watched of(
      String url, boolean feed, Optional<String> publisher, Optional<String> title, Optional<LocalDate> published, Instant now) {
    return new Watched(
        url, feed, publisher, title, published, now, 0, now, 0, Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), false);
  }

  /** After an answer: what it said of itself. */
  public Watched answered(String at, Optional<String> tag, Optional<String> changed) {
    return new Watched(
        url, feed, publisher, title, published, first, step, due, 0, Optional.of(at), tag, changed, digest, ended);
  }

  /** With the bytes that were kept. */
  public Watched kept(String bytes) {
    return new Watched(
        url, feed, publisher, title, published, first, step, due, failures, landed, etag, lastModified,
        Optional.of(bytes), ended);
  }

  /** With its next visit, and how many are done. */
  public Watched next(int done, Instant when) {
    return new Watched(
        url, feed, publisher, title, published, first, done, when, failures, landed, etag, lastModified, digest, ended);
  }

  /** After a failure: tried again then. */
  public Watched failed(Instant again) {
    return new Watched(
        url, feed, publisher, title, published, first, step, again, failures + 1, landed, etag, lastModified, digest,
        ended);
  }

  /** Not to be fetched any more. */
  public Watched end() {
    return new Watched(
        url, feed, publisher, title, published, first, step, due, failures, landed, etag, lastModified, digest, true);
  }
}
