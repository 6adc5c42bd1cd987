package org.sitrep.ingestion;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;

/**
 * Web archives: WARC (ISO 28500) and the flattened text of WET, packed or plain, record by record. A record
 * whose length is wrong ends where the next one begins; behind a broken one reading goes on at the next. The
 * position of an issue is the byte of the file at which the record begins.
 */
final class WarcReader implements Reader {

  private static final int LONGEST_HEAD = 1 << 18;
  private static final int STEP = 1 << 16;

  /** Heads and chunk sizes count for the record's length and not for the document's. */
  private static final long SPARE = 1 << 20;

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Issue> issues) throws IOException {
    Findings findings = new Findings(source.name(), captures, issues);
    read(source, new Records(source, findings, PageList.NONE), findings);
    findings.close("no page in it");
  }

  /** Reads one of several archives that belong together. */
  void read(Source source, Records records, Findings findings) throws IOException {
    BufferedInputStream in = new BufferedInputStream(source.in(), STEP);
    in.mark(16);
    byte[] head = in.readNBytes(8);
    in.reset();
    new Run(source, new Pieces(in, head), records, findings).all();
  }

  /** Going through one file. */
  private static final class Run {

    private final Source source;
    private final Pieces pieces;
    private final Window window;
    private final Records records;
    private final Findings findings;

    Run(Source source, Pieces pieces, Records records, Findings findings) {
      this.source = source;
      this.pieces = pieces;
      this.window = new Window(pieces);
      this.records = records;
      this.findings = findings;
    }

    void all() throws IOException {
      boolean broken = false;
      while (pieces.next()) {
        long between = pieces.passed();
        if (between > 0 && !broken) {
          issue(Issue.Kind.DAMAGED, pieces.at(), between + " bytes before this one are no gzip");
        }
        window.open();
        while (passLineEnds()) {
          window.ensure(16);
          one(broken);
        }
        broken = pieces.damage() != null;
        if (broken) {
          issue(Issue.Kind.MALFORMED, pieces.at(), pieces.damage() + "; what stood before was read");
        }
      }
      if (pieces.passed() > 0 && !broken) {
        issue(Issue.Kind.DAMAGED, pieces.at(), pieces.passed() + " bytes behind the member that begins here are no gzip");
      }
    }

    private boolean passLineEnds() throws IOException {
      while (window.ensure(1)) {
        byte b = window.bytes()[window.from()];
        if (b != '\r' && b != '\n') {
          return true;
        }
        window.skip(1);
      }
      return false;
    }

    private void one(boolean known) throws IOException {
      if (!window.isRecordAt(0)) {
        long at = window.at();
        long passed = toNextRecord(Long.MAX_VALUE);
        if (!known) {
          issue(Issue.Kind.MALFORMED, at, String.format(Locale.ROOT, "no record begins here; %,d bytes were passed over", passed));
        }
        return;
      }
      int head = headEnd();
      if (head < 0) {
        if (pieces.damage() == null) {
          issue(Issue.Kind.MALFORMED, window.at(), "a record whose head does not end; it was left out");
        }
        window.skip(1);
        toNextRecord(Long.MAX_VALUE);
        return;
      }
      long at = window.at();
      WarcHead fields = WarcHead.parse(window.bytes(), window.from(), head);
      window.skip(head);
      body(at, fields);
    }

    private int headEnd() throws IOException {
      for (int looked = 1 << 12; ; looked *= 4) {
        boolean more = window.ensure(looked);
        if (!more && WarcHead.end(window.bytes(), window.from(), window.from() + window.available()) < 0) {
          more = window.ensureAcross(looked);
        }
        int end = WarcHead.end(window.bytes(), window.from(), window.from() + Math.min(looked, window.available()));
        int inside = window.findRecord(1, end < 0 ? Integer.MAX_VALUE : end);
        if (end >= 0 && inside < 0) {
          return end;
        }
        if (!more || looked >= LONGEST_HEAD || inside >= 0) {
          return -1;
        }
      }
    }

    private void body(long at, WarcHead fields) throws IOException {
      long length = fields.length();
      if (length > source.limit() + SPARE && !pieces.isPacked()) {
        tooLarge(at, fields, 0, length);
        return;
      }
      boolean there = length >= 0 && length <= source.limit() + SPARE && window.ensureAcross((int) length);
      if (there && isFollowedByRecord((int) length)) {
        take(at, fields, (int) length, (int) length, null);
      } else {
        repaired(at, fields, length);
      }
    }

    /** Whether two line ends, or any and then a record or the end of the piece, come behind so many bytes. */
    private boolean isFollowedByRecord(int length) throws IOException {
      if (window.ensure(length + 4) && WarcHead.end(window.bytes(), window.from() + length, window.from() + length + 4) > 0
          && window.bytes()[window.from() + length] <= '\r') {
        window.ensure(length + 5); // at the end of a member its checksum has its say
        return pieces.damage() == null;
      }
      int next = length;
      while (next < length + 8) {
        if (!window.ensure(next + 1)) {
          return pieces.damage() == null;
        }
        byte b = window.bytes()[window.from() + next];
        if (b != '\r' && b != '\n') {
          window.ensure(next + 16);
          return window.isRecordAt(next);
        }
        next++;
      }
      return false;
    }

    /** Finds the end of a record whose length cannot be right. */
    private void repaired(long at, WarcHead fields, long length) throws IOException {
      int stated = (int) Math.min(Math.max(0, length), Integer.MAX_VALUE / 2);
      int next = window.findRecord(0, stated);
      for (int looked = Math.min(stated, window.available()); next < 0; ) {
        boolean more = window.ensure(looked + STEP);
        next = window.findRecord(looked, Integer.MAX_VALUE);
        if (!more) {
          break;
        }
        looked = Math.max(looked, window.available() - 16);
        if (looked > source.limit() + SPARE) {
          tooLarge(at, fields, looked, Long.MAX_VALUE);
          return;
        }
      }
      boolean ends = next >= 0 || pieces.damage() == null && (pieces.isPacked() || length < window.available());
      int all = next >= 0 ? next : window.available();
      if (!ends) {
        if (pieces.damage() == null) {
          issue(Issue.Kind.MALFORMED, at, "the file breaks off in this record" + named(fields) + "; it was left out");
        } else {
          issue(Issue.Kind.MALFORMED, at, "the archive is broken in this record" + named(fields) + "; it was left out");
        }
        window.skip(all);
        return;
      }
      int body = withoutLineEnds(all);
      take(at, fields, body, all, lengthNote(fields, length, body));
    }

    private static @Nullable String lengthNote(WarcHead fields, long length, int body) {
      String stated = fields.get("content-length");
      String says = stated.length() > 30 ? stated.substring(0, 30) + "…" : stated;
      return length == body
          ? null
          : String.format(
              Locale.ROOT, "the record's length is wrong (%s, not %d); it was read up to the next", says.isEmpty() ? "none" : says, body);
    }

    private int withoutLineEnds(int length) {
      int end = length;
      for (int i = 0; i < 2 && end > 0 && window.bytes()[window.from() + end - 1] == '\n'; i++) {
        end -= end > 1 && window.bytes()[window.from() + end - 2] == '\r' ? 2 : 1;
      }
      return end;
    }

    private void take(long at, WarcHead fields, int length, int skipped, @Nullable String note) throws IOException {
      if (note != null) {
        issue(Issue.Kind.DAMAGED, at, note);
      }
      if (records.wants(fields)) {
        byte[] body = Arrays.copyOfRange(window.bytes(), window.from(), window.from() + length);
        window.skip(skipped);
        records.read(at, fields, body);
      } else {
        records.passOver(fields);
        window.skip(skipped);
      }
    }

    /** Goes over a record of which so much was looked at, at most for so many bytes; its beginning tells whether it matters. */
    private void tooLarge(long at, WarcHead fields, int looked, long most) throws IOException {
      window.ensure(STEP);
      int start = Math.min(STEP, window.available());
      byte[] begins = Arrays.copyOfRange(window.bytes(), window.from(), window.from() + start);
      window.skip(looked);
      long passed = looked + toNextRecord(most);
      if (records.wants(fields)) {
        records.tooLarge(at, fields, passed, begins);
      } else {
        records.passOver(fields);
      }
    }

    /** Goes on to the next record's beginning, or over so many bytes, whatever comes first. */
    private long toNextRecord(long most) throws IOException {
      long passed = 0;
      while (window.ensure(1) && passed < most) {
        window.ensure(STEP);
        int part = (int) Math.min(window.ended() ? window.available() : Math.max(1, window.available() - 16), most - passed);
        int next = window.findRecord(0, part);
        window.skip(next >= 0 ? next : part);
        passed += next >= 0 ? next : part;
        if (next >= 0) {
          break;
        }
      }
      return passed;
    }

    private static String named(WarcHead fields) {
      return fields.target().map(url -> " (" + (url.length() > 80 ? url.substring(0, 80) + "…" : url) + ")").orElse("");
    }

    private void issue(Issue.Kind kind, long at, String message) {
      findings.issue(kind, source.name(), at, message);
    }
  }
}
