package org.sitrep.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a page says of itself: in its byline, its head ({@code meta}, JSON-LD) or its time elements. Says
 * nothing of what is known from outside, which is the {@link Capture}'s.
 *
 * @param headline as printed
 * @param author whom the byline names, as printed, where it names anybody
 * @param publisher the outlet's name of itself
 * @param url the address that the page calls its own
 * @param published the day of publication
 * @param modified when it says that it was last changed; an edit with a newer one is announced
 * @param language the language of its text as stated, an IETF tag ("en", "ar-SY")
 */
public record Imprint(
    Optional<String> headline,
    Optional<String> author,
    Optional<String> publisher,
    Optional<String> url,
    Optional<LocalDate> published,
    Optional<Instant> modified,
    Optional<String> language) {

  /** A page that says nothing of itself. */
  public static final Imprint NONE =
      new Imprint(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The imprint of a page that states a headline and perhaps a day, nothing else. */
  public static Imprint of(Optional<String> headline, Optional<LocalDate> published) {
    return new Imprint(
        headline,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        published,
        Optional.empty(),
        Optional.empty());
  }
}
