package org.sitrep.discourse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Claim;
import org.sitrep.discussion.Post;
import org.sitrep.discussion.ReaderThread;
import org.sitrep.discussion.Remark;
import org.sitrep.knowledge.DiscussionWords;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.ResolvedArticle;
import org.sitrep.text.Span;

/** Finds what the posts of one thread say, quote, correct and reject; asked post by post, in their order. Not thread-safe. */
final class Reading {

  /** Shorter runs without quotation marks are no quotation of another post. */
  private static final int FEWEST_OF_POSTS = 12;

  /** Characters of "not A" before or behind a comma. */
  private static final int LONGEST_CONTRAST = 40;

  private final Assertions assertions;
  private final Movements movements;
  private final ReaderThread thread;
  private final Verbatim sources;
  private final List<Post> read = new ArrayList<>();
  private final Phrases rejects;
  private final Phrases corrects;
  private final Phrases correctsOn;
  private final Phrases contrasts;

  Reading(DiscussionWords words, ReaderThread thread) {
    this.thread = thread;
    sources = new Verbatim(thread.article().stream().map(ReaderThread.Line::text).toList());
    assertions = new Assertions(words);
    movements = new Movements(words, assertions);
    rejects = new Phrases(words.rejects());
    corrects = new Phrases(words.corrects());
    correctsOn = new Phrases(words.correctsOn());
    contrasts = new Phrases(words.contrasts());
  }

  /** What a text quotes. */
  record Quotes(List<Span> spans, List<Integer> blocks, Optional<Integer> post, boolean outside) {}

  Remark remark(Post post, ResolvedArticle resolved, List<Claim> claims) {
    Quotes quotes = quotes(post);
    read.add(post);
    List<Span> foreign = new ArrayList<>(quotes.spans());
    foreign.addAll(Verbatim.marks(post.text()));
    List<Assertions.Said> said =
        new ArrayList<>(assertions.of(post.text(), resolved, claims, foreign));
    said.addAll(movements.of(resolved, foreign));
    Set<Integer> correcting = new HashSet<>();
    boolean rejects = false;
    List<AnnotatedSentence> sentences = resolved.annotated().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      Span span = sentences.get(i).tree().span();
      if (quotes.spans().stream().noneMatch(q -> q.overlaps(span))) {
        String text = span.of(post.text());
        if (corrects.beginAlone(text) || correctsOn.begin(text)) {
          correcting.addAll(List.of(i, i + 1));
        } else if (isContrast(text)) {
          correcting.add(i);
        }
        rejects |= text.indexOf('?') < 0 && this.rejects.beginAlone(text);
      }
    }
    boolean ofPage = post.answersNobody() && quotes.post().isEmpty() && !quotes.outside();
    return new Remark(
        post.number(),
        said.stream().map(Assertions.Said::proposition).distinct().toList(),
        said.stream()
            .filter(s -> correcting.contains(s.sentence()) || isContrast(s, said))
            .map(Assertions.Said::proposition)
            .distinct()
            .toList(),
        quotes.blocks(),
        quotes.post(),
        quotes.outside(),
        rejects && (!quotes.blocks().isEmpty() || ofPage));
  }

  /** "Not A, B did it", "B did it, not A". */
  private boolean isContrast(String sentence) {
    int first = sentence.indexOf(',');
    int last = sentence.lastIndexOf(',');
    return first > 0
        && (first <= LONGEST_CONTRAST && contrasts.begin(sentence)
            || sentence.length() - last <= LONGEST_CONTRAST && contrasts.begin(sentence.substring(last + 1)));
  }

  /** "Not A, but B": one of a kind is denied, this one affirmed, in one breath. */
  private static boolean isContrast(Assertions.Said yes, List<Assertions.Said> said) {
    return yes.proposition().affirmed()
        && said.stream()
            .anyMatch(
                no ->
                    !no.proposition().affirmed()
                        && no.proposition().kind().equals(yes.proposition().kind())
                        && Math.abs(no.sentence() - yes.sentence()) <= 1);
  }

  /** Posts are read in their order: each may quote those before it. */
  private Quotes quotes(Post post) {
    List<ReaderThread.Line> lines = thread.article();
    List<Verbatim.Quoted> quoted =
        sources.in(post.text()).stream().filter(q -> !isByChance(q) && !isCopy(q, post)).toList();
    List<Integer> blocks =
        quoted.stream()
            .filter(q -> q.source() >= 0 && q.source() < lines.size())
            .map(q -> lines.get(q.source()).block())
            .distinct()
            .sorted()
            .toList();
    Optional<Integer> from =
        quoted.stream().filter(q -> q.source() >= lines.size()).map(q -> source(q).number()).findFirst();
    boolean outside = quoted.stream().anyMatch(q -> q.source() < 0);
    sources.add(post.text());
    return new Quotes(quoted.stream().map(Verbatim.Quoted::span).toList(), blocks, from, outside);
  }

  /** Readers who talk about one thing share more words by chance than they share with the article. */
  private boolean isByChance(Verbatim.Quoted quoted) {
    return !quoted.marked()
        && quoted.source() >= thread.article().size()
        && quoted.words() < FEWEST_OF_POSTS;
  }

  /** A whole post posted again is a copy, and said once more. */
  private boolean isCopy(Verbatim.Quoted quoted, Post post) {
    return quoted.source() >= thread.article().size()
        && NearCopies.are(source(quoted).text(), post.text());
  }

  private Post source(Verbatim.Quoted quoted) {
    return read.get(quoted.source() - thread.article().size());
  }
}
