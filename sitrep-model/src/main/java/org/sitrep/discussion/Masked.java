package org.sitrep.discussion;

import java.util.List;
import java.util.function.Function;

/**
 * What of a discussion may be shown: all that doors are given. What fewer authors than asked for stand behind is
 * taken out and counted; a claim of the article that fewer take up stays, without number, interval and
 * versions. Posts, answers and depth of the thread stay: the page itself shows them.
 *
 * @param fewest how many authors must stand behind what is shown, never below {@link Share#FEWEST}
 * @param discussion what may be shown; a share that may not is empty ({@link Share#isShown} is false)
 * @param copies groups of copied texts that were taken out
 * @param quotes quoted lines and sources that were taken out
 * @param hosts linked hosts that were taken out
 * @param propositions that were taken out
 */
public record Masked(
    int fewest, Discussion discussion, int copies, int quotes, int hosts, int propositions) {

  private static final Share NOTHING = new Share(0, 0, 0, 1);

  /** What may be shown of {@code d}, asking for {@code fewest} authors, or more where the rule does. */
  public static Masked of(Discussion d, int fewest) {
    int least = Math.max(fewest, Share.FEWEST);
    List<Discussion.Copy> copies = shown(d.copies(), Discussion.Copy::share, least);
    List<Discussion.Quote> quotes = shown(d.quotes(), Discussion.Quote::share, least);
    List<Discussion.Link> links = shown(d.links(), Discussion.Link::share, least);
    List<Discussion.Counted> said = shown(d.propositions(), Discussion.Counted::share, least);
    Discussion masked =
        new Discussion(
            d.doc(), d.threads(), d.posts(), d.authors() < least ? 0 : d.authors(), d.nameless(),
            d.replies(), d.depth(), d.purged(), copies, quotes,
            links.stream()
                .map(l -> new Discussion.Link(
                    l.host(), l.posts(), l.share(), shown(l.pages(), Discussion.Link.Page::share, least)))
                .toList(),
            said,
            d.answers().stream().map(a -> answer(a, least)).toList(),
            share(d.rejections(), least));
    return new Masked(
        least, masked, d.copies().size() - copies.size(), d.quotes().size() - quotes.size(),
        d.links().size() - links.size(), d.propositions().size() - said.size());
  }

  /** Whether the number of authors may be shown. */
  public boolean showsAuthors() {
    return discussion.authors() >= fewest;
  }

  private static <T> List<T> shown(List<T> all, Function<T, Share> share, int fewest) {
    return all.stream().filter(t -> share.apply(t).authors() >= fewest).toList();
  }

  private static Share share(Share share, int fewest) {
    return share.authors() >= fewest ? share : NOTHING;
  }

  private static Discussion.Answer answer(Discussion.Answer a, int fewest) {
    boolean shown = a.share().authors() >= fewest;
    return new Discussion.Answer(
        a.claim(), a.kind(), shown ? a.posts() : 0, share(a.share(), fewest),
        shown(a.versions(), Discussion.Counted::share, fewest));
  }
}
