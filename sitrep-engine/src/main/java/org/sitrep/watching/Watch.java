package org.sitrep.watching;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.flow.Issue;
import org.sitrep.ingestion.Download;
import org.sitrep.ingestion.Ingestion;
import org.sitrep.page.Capture;
import org.sitrep.page.Watched;

/**
 * Watches feeds: polls them, fetches the articles that they name, and fetches each again 1 hour, 6 hours, 1,
 * 3, 7 and 30 days after it was first heard of. A round does all that is due; between rounds nothing is held,
 * and what is planned is in the {@link Journal}, so that a restart goes on. An article is handed to the
 * {@link Desk} before the journal says that it was fetched.
 *
 * <p>robots.txt, pauses, back-off and Retry-After are heeded; nothing is thrown for what a server does. Used
 * by one thread; an interrupt ends a round with all that was handed over kept.
 */
public final class Watch implements AutoCloseable {

  /** When an article is fetched again, after it was first heard of. */
  public static final List<Duration> VISITS =
      List.of(
          Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7),
          Duration.ofDays(30));

  private static final Duration FIRST_RETRY = Duration.ofMinutes(15);
  private static final Duration LONGEST_RETRY = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 10;

  private final Map<String, Optional<String>> feeds;
  private final Settings settings;
  private final Clock clock;
  private final Web web;
  private final Ingestion ingestion = new Ingestion();

  /**
   * A watch over feeds.
   *
   * @param feeds addresses of feeds, each with the outlet's name where it is known
   * @param clock tells the time
   * @param pause lets time pass between requests to one host
   */
  public Watch(Map<String, Optional<String>> feeds, Settings settings, Clock clock, Pause pause) {
    this.feeds = new LinkedHashMap<>(feeds);
    this.settings = settings;
    this.clock = clock;
    this.web = new Web(settings, clock, pause);
  }

  /**
   * Does all that is due: feeds first, then articles, also those that the feeds have just named.
   *
   * @param feedsNow whether feeds are polled before their time, unless they failed last
   * @return when something is due next
   */
  public Instant round(Journal journal, Desk desk, boolean feedsNow) throws InterruptedException {
    return new Round(journal, desk).run(feedsNow);
  }

  /** Lets go of all connections. */
  @Override
  public void close() {
    web.close();
  }

  /** One round. */
  private final class Round {

    private final Journal journal;
    private final Desk desk;
    private final Map<String, Watched> known = new LinkedHashMap<>();

    Round(Journal journal, Desk desk) {
      this.journal = journal;
      this.desk = desk;
      journal.list().forEach(w -> known.put(w.url(), w));
    }

    Instant run(boolean feedsNow) throws InterruptedException {
      Instant start = clock.instant();
      List<Watched> due = new ArrayList<>();
      feeds.forEach((url, name) -> due.add(planned(url, name, start)));
      due.removeIf(f -> !isToBePolled(f, start, feedsNow));
      visit(due);
      List<Watched> articles = new ArrayList<>(known.values());
      articles.removeIf(w -> w.feed() || w.ended() || w.due().isAfter(clock.instant()));
      articles.sort(Comparator.comparing(Watched::due).thenComparing(Watched::url));
      visit(fewOfEachHost(articles));
      Instant now = clock.instant();
      Instant later = now.plus(settings.every());
      return known.values().stream()
          .filter(this::isPlanned)
          .map(w -> w.due().isAfter(now) ? w.due() : later)
          .min(Instant::compareTo)
          .orElse(later);
    }

    /** A feed with its plan, brought forward where feeds are polled more often than they were. */
    private Watched planned(String url, Optional<String> outlet, Instant now) {
      Watched feed = known.computeIfAbsent(url, u -> Watched.feed(u, outlet, now));
      Instant latest = now.plus(settings.every());
      if (feed.failures() == 0 && feed.due().isAfter(latest)) {
        feed = feed.next(0, latest);
        known.put(url, feed);
      }
      return feed;
    }

    private boolean isToBePolled(Watched feed, Instant now, boolean feedsNow) {
      boolean early = feed.due().isAfter(now);
      if (feedsNow && (feed.ended() || (early && feed.failures() > 0))) {
        desk.leftAlone(feed);
      }
      return !feed.ended() && (!early || (feedsNow && feed.failures() == 0));
    }

    private List<Watched> fewOfEachHost(List<Watched> articles) {
      Map<String, Integer> taken = new HashMap<>();
      return articles.stream()
          .filter(a -> taken.merge(Web.site(URI.create(a.url())), 1, Integer::sum) <= settings.perHost())
          .toList();
    }

    private boolean isPlanned(Watched watched) {
      return !watched.ended() && (!watched.feed() || feeds.containsKey(watched.url()));
    }

    /** Visits all, those first whose host is free first. */
    private void visit(List<Watched> due) throws InterruptedException {
      List<Watched> left = new ArrayList<>(due);
      while (!left.isEmpty()) {
        if (Thread.interrupted()) {
          throw new InterruptedException("the round was cut short");
        }
        Watched next = left.stream().min(Comparator.comparing((Watched w) -> web.freeAt(URI.create(w.url())))).orElseThrow();
        left.remove(next);
        URI uri = URI.create(next.url());
        if (Duration.between(clock.instant(), web.freeAt(uri)).compareTo(longestPause()) > 0) {
          save(next.next(next.step(), web.freeAt(uri))); // its host asked to be left alone
        } else {
          visit(next, uri);
        }
      }
    }

    /** A longer wait than this is none between two requests but a server's wish. */
    private Duration longestPause() {
      Duration pause = settings.delay().multipliedBy(2);
      return pause.compareTo(Duration.ofMinutes(2)) > 0 ? pause : Duration.ofMinutes(2);
    }

    private void visit(Watched watched, URI uri) throws InterruptedException {
      Answer answer =
          web.get(uri, new Web.Known(watched.landed(), watched.etag(), watched.lastModified()));
      Instant now = clock.instant();
      switch (answer) {
        case Answer.Content content -> {
          Watched answered = watched.answered(content.at().toString(), content.etag(), content.lastModified());
          if (watched.feed()) {
            feed(answered, watched, content, now);
          } else {
            article(answered, content, now);
          }
        }
        case Answer.Unchanged same -> {
          if (!watched.feed()) {
            desk.unchanged(watched, now);
          }
          save(planned(watched.answered(watched.landed().orElse(watched.url()), watched.etag(), watched.lastModified()), now));
        }
        case Answer.Missing missing -> missing(watched, missing.forGood(), now);
        case Answer.Refused refused -> refuse(watched, refused.reason(), now);
        case Answer.Failed failed -> {
          failed.respite().ifPresent(wait -> web.leaveAlone(uri, now.plus(wait)));
          fail(watched, failed.reason(), failed.respite(), now);
        }
      }
    }

    private void feed(Watched answered, Watched before, Answer.Content content, Instant now) {
      FeedLinks links;
      try {
        links = FeedLinks.read(content.body(), content.at());
      } catch (FeedLinks.NoFeed e) {
        fail(before, String.valueOf(e.getMessage()), Optional.empty(), now);
        return;
      }
      Optional<String> outlet = feeds.getOrDefault(answered.url(), Optional.empty()).or(links::title);
      for (FeedLinks.Entry entry : links.entries()) {
        String url = entry.link().toString();
        if (!known.containsKey(url)) {
          save(Watched.article(url, outlet, entry.title(), entry.published(), now));
        }
      }
      save(planned(answered, now));
    }

    private void article(Watched answered, Answer.Content content, Instant now) {
      Download download =
          new Download(
              answered.url(), content.contentType(), content.body(), now, answered.publisher(), answered.title(),
              answered.published());
      List<Capture> captures = new ArrayList<>();
      ingestion.read(download, captures::add, desk::trouble);
      Watched kept = answered;
      for (Capture capture : captures) {
        if (answered.digest().equals(Optional.of(capture.digest()))) {
          desk.unchanged(answered, now);
        } else {
          desk.take(capture);
        }
        kept = answered.kept(capture.digest());
      }
      save(planned(kept, now));
    }

    private void missing(Watched watched, boolean forGood, Instant now) {
      if (watched.feed()) {
        fail(watched, forGood ? "gone for good (410)" : "there is none (404)", Optional.empty(), now);
        if (forGood) {
          save(known.getOrDefault(watched.url(), watched).end());
        }
        return;
      }
      if (watched.failures() == 0) {
        desk.gone(watched, now);
      }
      Watched next = planned(watched, now);
      next = next.failed(next.due());
      save(forGood ? next.end() : next);
    }

    /** A feed is asked for again as usual, since who refuses it is mostly us; an article after a day. */
    private void refuse(Watched watched, String reason, Instant now) {
      if (watched.feed()) {
        desk.trouble(new Issue(Issue.Kind.MISSING, watched.url(), 0, reason));
        save(planned(watched, now));
      } else {
        fail(watched, reason, Optional.of(LONGEST_RETRY), now);
      }
    }

    private void fail(Watched watched, String reason, Optional<Duration> wait, Instant now) {
      desk.trouble(new Issue(Issue.Kind.MISSING, watched.url(), 0, reason));
      Duration first = watched.feed() ? settings.every() : FIRST_RETRY;
      Duration retry = first.multipliedBy(1L << Math.min(watched.failures(), MOST_DOUBLINGS));
      retry = retry.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : retry;
      if (wait.isPresent() && wait.get().compareTo(retry) > 0) {
        retry = wait.get();
      }
      Watched failed = watched.failed(now.plus(retry));
      boolean late = !watched.feed() && now.isAfter(watched.first().plus(VISITS.getLast()));
      save(late ? failed.end() : failed);
    }

    /** With the next visit: of a feed after a while, of an article the next of the plan that is not past. */
    private Watched planned(Watched watched, Instant now) {
      if (watched.feed()) {
        return watched.next(0, now.plus(settings.every()));
      }
      int done = watched.step();
      while (done < VISITS.size() && !watched.first().plus(VISITS.get(done)).isAfter(now)) {
        done++;
      }
      return done == VISITS.size()
          ? watched.next(done, now).end()
          : watched.next(done, watched.first().plus(VISITS.get(done)));
    }

    private void save(Watched watched) {
      known.put(watched.url(), watched);
      journal.save(watched);
    }
  }
}
