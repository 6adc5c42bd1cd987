package org.sitrep.discourse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.sitrep.claim.Claim;
import org.sitrep.discussion.Discussion;
import org.sitrep.discussion.Discussion.Answer;
import org.sitrep.discussion.Discussion.Copy;
import org.sitrep.discussion.Discussion.Counted;
import org.sitrep.discussion.Discussion.Link;
import org.sitrep.discussion.Discussion.Quote;
import org.sitrep.discussion.Post;
import org.sitrep.discussion.Proposition;
import org.sitrep.discussion.ReaderThread;
import org.sitrep.discussion.Remark;
import org.sitrep.discussion.Share;
import org.sitrep.knowledge.Knowledge;

/** Adds up threads. Not thread-safe. */
final class Tally {

  /** Posts that do one thing: how many, on which pages, by which names. */
  private static final class Count {
    private final Set<String> posts = new HashSet<>();
    private final Set<String> threads = new HashSet<>();
    private final Set<String> authors = new HashSet<>();

    void add(ReaderThread thread, Post post) {
      posts.add(thread.digest() + "#" + post.number());
      threads.add(thread.digest());
      post.author().ifPresent(authors::add);
    }

    void addAll(Count other) {
      posts.addAll(other.posts);
      threads.addAll(other.threads);
      authors.addAll(other.authors);
    }
  }

  /** Where a post stands. */
  private record At(ReaderThread thread, Post post) {}

  private final Answers answers;
  private final Links links;
  private final List<At> posts = new ArrayList<>();
  private final Count all = new Count();
  private final Count rejections = new Count();
  private final Map<String, Count> hosts = new TreeMap<>();
  private final Map<String, Map<String, Count>> pages = new TreeMap<>();
  private final Map<Quote, Count> quotes = new LinkedHashMap<>();
  private final Map<String, Proposition> propositions = new LinkedHashMap<>();
  private final Map<String, Count> said = new LinkedHashMap<>();
  private final Map<String, Map<Answer.Kind, Count>> taken = new LinkedHashMap<>();
  private final Map<String, Map<Proposition, Count>> versions = new LinkedHashMap<>();
  private final boolean single;
  private int purged;
  private int replies;
  private int depth;

  /** For one thread, or for several, whose articles' lines are then told apart no more. */
  Tally(Knowledge knowledge, boolean single) {
    this.single = single;
    answers = new Answers(knowledge);
    links = new Links(knowledge.discussionWords());
  }

  void add(ReaderThread thread, List<Claim> claims) {
    if (thread.posts().stream().allMatch(p -> p.text().isEmpty())) {
      purged += thread.posts().size();
    }
    int[] depths = new int[thread.posts().size()];
    for (Post post : thread.posts()) {
      posts.add(new At(thread, post));
      all.add(thread, post);
      if (post.parent().isPresent() && post.parent().get() < post.number()) {
        depths[post.number()] = depths[post.parent().get()] + 1;
        replies++;
        depth = Math.max(depth, depths[post.number()]);
      }
      for (Links.Link link : links.in(post.text())) {
        hosts.computeIfAbsent(link.host(), k -> new Count()).add(thread, post);
        pages
            .computeIfAbsent(link.host(), k -> new TreeMap<>())
            .computeIfAbsent(link.url(), k -> new Count())
            .add(thread, post);
      }
    }
    for (Remark remark : thread.remarks()) {
      add(thread, remark, thread.posts().get(remark.number()), claims);
    }
  }

  private void add(ReaderThread thread, Remark remark, Post post, List<Claim> claims) {
    for (ReaderThread.Line line : thread.article()) {
      if (remark.quoted().contains(line.block())) {
        quote(Quote.From.ARTICLE, single ? line.block() : -1, single ? line.line() : 0)
            .add(thread, post);
      }
    }
    if (remark.quotesPost().isPresent()) {
      quote(Quote.From.POST, -1, 0).add(thread, post);
    }
    if (remark.quotesOutside()) {
      quote(Quote.From.OUTSIDE, -1, 0).add(thread, post);
    }
    if (remark.rejects() && remark.quoted().isEmpty()) {
      rejections.add(thread, post);
    }
    for (Proposition p : remark.propositions()) {
      propositions.putIfAbsent(p.key(), bare(p));
      said.computeIfAbsent(p.key(), k -> new Count()).add(thread, post);
    }
    for (Claim claim : claims) {
      answers.taken(thread, remark, claim).ifPresent(t -> add(thread, post, claim, t));
    }
  }

  private void add(ReaderThread thread, Post post, Claim claim, Answers.Taken found) {
    taken
        .computeIfAbsent(claim.id(), k -> new TreeMap<>())
        .computeIfAbsent(found.kind(), k -> new Count())
        .add(thread, post);
    for (Proposition version : found.versions()) {
      versions
          .computeIfAbsent(claim.id(), k -> new LinkedHashMap<>())
          .computeIfAbsent(version, k -> new Count())
          .add(thread, post);
    }
  }

  private Count quote(Quote.From from, int block, int line) {
    return quotes.computeIfAbsent(new Quote(from, block, line, 0, Share.of(0, 0)), k -> new Count());
  }

  /** Numbers set nothing apart, so none stands for the whole group. */
  private static Proposition bare(Proposition p) {
    return new Proposition(p.kind(), p.label(), p.actors(), p.targets(), p.place(), p.affirmed(), List.of());
  }

  Discussion discussion(String doc) {
    return new Discussion(
        doc,
        all.threads.size(),
        posts.size(),
        all.authors.size(),
        (int) posts.stream().filter(at -> at.post().author().isEmpty()).count(),
        replies,
        depth,
        purged,
        copies(),
        quotes.entrySet().stream()
            .map(
                q ->
                    new Quote(
                        q.getKey().from(), q.getKey().block(), q.getKey().line(),
                        q.getValue().posts.size(), share(q.getValue())))
            .sorted(byAuthors(Quote::share))
            .toList(),
        links(),
        counted(),
        answers(),
        share(rejections));
  }

  private List<Copy> copies() {
    List<Copy> copies = new ArrayList<>();
    for (List<Integer> group : NearCopies.among(posts.stream().map(at -> at.post().text()).toList())) {
      Count count = new Count();
      group.forEach(i -> count.add(posts.get(i).thread(), posts.get(i).post()));
      copies.add(new Copy(count.posts.size(), count.threads.size(), share(count)));
    }
    copies.sort(byAuthors(Copy::share));
    return copies;
  }

  private List<Link> links() {
    List<Link> found = new ArrayList<>();
    hosts.forEach(
        (host, count) ->
            found.add(
                new Link(
                    host,
                    count.posts.size(),
                    share(count),
                    pages.getOrDefault(host, Map.of()).entrySet().stream()
                        .map(p -> new Link.Page(p.getKey(), p.getValue().posts.size(), share(p.getValue())))
                        .sorted(byAuthors(Link.Page::share))
                        .toList())));
    found.sort(byAuthors(Link::share));
    return found;
  }

  /** Who says something narrower has said the wider thing, too. */
  private List<Counted> counted() {
    List<Counted> found = new ArrayList<>();
    propositions.forEach(
        (key, wider) -> {
          Count count = new Count();
          propositions.forEach(
              (other, narrower) -> {
                if (wider.contains(narrower)) {
                  count.addAll(Optional.ofNullable(said.get(other)).orElseThrow());
                }
              });
          found.add(counted(wider, count));
        });
    found.sort(byAuthors(Counted::share));
    return found;
  }

  private Counted counted(Proposition p, Count count) {
    return new Counted(p, count.posts.size(), count.threads.size(), share(count));
  }

  private List<Answer> answers() {
    List<Answer> found = new ArrayList<>();
    taken.forEach(
        (claim, kinds) ->
            kinds.forEach(
                (kind, count) ->
                    found.add(
                        new Answer(claim, kind, count.posts.size(), share(count), versions(claim, kind)))));
    found.sort(byAuthors(Answer::share));
    return found;
  }

  private List<Counted> versions(String claim, Answer.Kind kind) {
    return kind == Answer.Kind.REPEATED
        ? List.of()
        : versions.getOrDefault(claim, Map.of()).entrySet().stream()
            .map(v -> counted(v.getKey(), v.getValue()))
            .sorted(byAuthors(Counted::share))
            .toList();
  }

  private Share share(Count count) {
    return Share.of(count.authors.size(), all.authors.size());
  }

  private static <T> Comparator<T> byAuthors(Function<T, Share> share) {
    return Comparator.comparingInt((T t) -> -share.apply(t).authors());
  }
}
