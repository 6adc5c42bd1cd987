package org.sitrep.knowledge;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one outlet lays out its pages: a file {@code sources/<outlet>.yml}. What it does not state is found as on any page.
 *
 * @param file the file
 * @param hosts ends of the hosts whose pages these are
 * @param selectors CSS selectors as jsoup reads them, by what they find
 * @param remove selectors of what is left out wherever it stands
 * @param sample a page and what must be read from it
 */
public record Outlet(Path file, List<String> hosts, Map<Part, Selector> selectors, List<Selector> remove, Sample sample) {

  public Outlet {
    hosts = List.copyOf(hosts);
    selectors = Map.copyOf(selectors);
    remove = List.copyOf(remove);
  }

  /** What a selector finds. */
  public enum Part {
    /** The box or boxes of the article's text; all else is none of it. */
    ARTICLE,
    HEADLINE,
    AUTHOR,
    /** The day of publication: the attribute {@code datetime} or {@code content}, or the text. */
    PUBLISHED,
    /** What holds readers' comments, with their headings and forms. */
    COMMENTS
  }

  /**
   * A selector and where it is written.
   *
   * @param css the selector
   * @param line its line in the file; 0 where that is unknown
   */
  public record Selector(String css, int line) {}

  /**
   * A page of the outlet, and what must come out; what is empty is not checked.
   *
   * @param page the file, beside the outlet's
   * @param line the line that names it
   * @param first the words that the article's text begins with
   * @param last the words that it ends with
   * @param headline the headline
   * @param author whom the byline names
   * @param published the day of publication
   * @param comments the number of readers' comments
   */
  public record Sample(
      Path page,
      int line,
      Optional<String> first,
      Optional<String> last,
      Optional<String> headline,
      Optional<String> author,
      Optional<LocalDate> published,
      OptionalInt comments) {}

  /** The selector for a part, where the outlet states one. */
  public Optional<String> css(Part part) {
    return Optional.ofNullable(selectors.get(part)).map(Selector::css);
  }
}
