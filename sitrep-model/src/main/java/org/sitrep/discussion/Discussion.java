package org.sitrep.discussion;

import java.util.List;

/**
 * What the readers of one page, or of all pages, said, counted by authors; never evidence. It holds true
 * numbers: whoever shows it must show none that fewer than {@link Share#FEWEST} authors stand behind.
 *
 * @param doc the document below which they wrote, or empty for all
 * @param threads number of pages with posts
 * @param posts number of posts
 * @param authors number of different names; one name on two sites is two
 * @param nameless posts without a name
 * @param replies posts that answer another
 * @param depth of the deepest reply; 0 where nobody answers anybody
 * @param purged posts whose words were deleted
 * @param copies texts posted more than once, or nearly so
 * @param quotes what was quoted word by word
 * @param links where links lead
 * @param propositions what was asserted, by authors, most first
 * @param answers claims of the article that were repeated or disputed
 * @param rejections authors who call the page untrue without saying what
 */
public record Discussion(
    String doc,
    int threads,
    int posts,
    int authors,
    int nameless,
    int replies,
    int depth,
    int purged,
    List<Copy> copies,
    List<Quote> quotes,
    List<Link> links,
    List<Counted> propositions,
    List<Answer> answers,
    Share rejections) {

  public Discussion {
    copies = List.copyOf(copies);
    quotes = List.copyOf(quotes);
    links = List.copyOf(links);
    propositions = List.copyOf(propositions);
    answers = List.copyOf(answers);
  }

  /**
   * A text posted more than once; its words are not kept.
   *
   * @param posts how often
   * @param threads on how many pages
   * @param share by how many authors
   */
  public record Copy(int posts, int threads, Share share) {}

  /**
   * Something quoted word by word.
   *
   * @param from whose words
   * @param block the article's block, or -1 for several articles, other posts and outside sources
   * @param line the block's first line in the document, or 0
   * @param posts how often
   * @param share by how many authors
   */
  public record Quote(From from, int block, int line, int posts, Share share) {

    /** Whose words are quoted. */
    public enum From {
      ARTICLE,
      POST,
      OUTSIDE
    }
  }

  /**
   * Where links lead.
   *
   * @param host of the address, without "www."
   * @param posts with a link there
   * @param share by how many authors
   * @param pages single addresses there, without what only tracks readers
   */
  public record Link(String host, int posts, Share share, List<Page> pages) {

    public Link {
      pages = List.copyOf(pages);
    }

    /** A single address. */
    public record Page(String url, int posts, Share share) {}
  }

  /**
   * How many assert something.
   *
   * @param proposition what
   * @param posts that say it, or something narrower
   * @param threads on how many pages
   * @param share by how many authors
   */
  public record Counted(Proposition proposition, int posts, int threads, Share share) {}

  /**
   * A claim of the article that readers take up.
   *
   * @param claim id of the claim
   * @param kind how they take it
   * @param posts that do
   * @param share by how many authors
   * @param versions what they put in its place, most authors first
   */
  public record Answer(String claim, Kind kind, int posts, Share share, List<Counted> versions) {

    public Answer {
      versions = List.copyOf(versions);
    }

    /** How a claim is taken up. */
    public enum Kind {
      REPEATED,
      DISPUTED
    }
  }
}
