package org.sitrep.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Outlet;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Page;
import org.sitrep.pipeline.Verifier.Finding;
import org.sitrep.segmentation.Segmenter;

/** Reads the sample page of every outlet, and says where a selector finds nothing or something else comes out than stated. */
final class SampleVerifier {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Knowledge knowledge;
  private final Segmenter segmenter;

  SampleVerifier(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.segmenter = new Segmenter(knowledge);
  }

  int count() {
    return knowledge.outlets().list().size();
  }

  List<Finding> run() {
    return knowledge.outlets().list().stream().flatMap(o -> check(o).stream()).toList();
  }

  private List<Finding> check(Outlet outlet) {
    String html;
    try {
      html = Files.readString(outlet.sample().page(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return List.of(finding(outlet, outlet.sample().line(), "sample page", "UTF-8 text", "cannot be read: " + e.getMessage()));
    }
    List<Finding> findings = new ArrayList<>(selectors(outlet, html));
    String url = "https://" + outlet.hosts().getFirst() + "/";
    compare(outlet, segmenter.apply(
        new Capture(String.valueOf(outlet.sample().page().getFileName()), outlet.sample().page().toString(), Optional.of(url),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Capture.Format.HTML, html, "sample")), findings);
    return findings;
  }

  private static List<Finding> selectors(Outlet outlet, String html) {
    Document document = Jsoup.parse(html);
    return Stream.concat(outlet.selectors().values().stream(), outlet.remove().stream())
        .filter(s -> document.select(s.css()).isEmpty())
        .sorted((a, b) -> Integer.compare(a.line(), b.line()))
        .map(s -> finding(outlet, s.line(), s.css(), "an element", "nothing in " + outlet.sample().page().getFileName()))
        .toList();
  }

  private static void compare(Outlet outlet, Page page, List<Finding> findings) {
    Outlet.Sample sample = outlet.sample();
    String text = text(page);
    sample.first().map(SampleVerifier::plain).filter(t -> !text.startsWith(t))
        .ifPresent(t -> findings.add(finding(outlet, sample.line(), "first words", t, cut(text, true))));
    sample.last().map(SampleVerifier::plain).filter(t -> !text.endsWith(t))
        .ifPresent(t -> findings.add(finding(outlet, sample.line(), "last words", t, cut(text, false))));
    equal(outlet, "headline", sample.headline(), page.headline(), findings);
    equal(outlet, "author", sample.author(), page.imprint().author(), findings);
    equal(outlet, "published", sample.published(), page.imprint().published(), findings);
    if (sample.comments().isPresent() && sample.comments().getAsInt() != page.comments().size()) {
      findings.add(finding(outlet, sample.line(), "comments", String.valueOf(sample.comments().getAsInt()),
          String.valueOf(page.comments().size())));
    }
  }

  private static <T> void equal(Outlet outlet, String what, Optional<T> wanted, Optional<T> found, List<Finding> findings) {
    if (wanted.isPresent() && !wanted.equals(found)) {
      findings.add(finding(outlet, outlet.sample().line(), what, wanted.get().toString(), found.map(Object::toString).orElse("none")));
    }
  }

  private static Finding finding(Outlet outlet, int line, String what, String wanted, String found) {
    return new Finding(outlet.file() + (line > 0 ? ":" + line : ""), what, wanted, found);
  }

  private static String text(Page page) {
    return plain(
        page.article().blocks().stream()
            .filter(b -> b.kind().isArticle() && b.kind() != Block.Kind.HEADLINE)
            .map(b -> b.span().of(page.text()))
            .collect(Collectors.joining(" ")));
  }

  private static String plain(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private static String cut(String text, boolean start) {
    if (text.isEmpty()) {
      return "no text";
    }
    return start ? text.substring(0, Math.min(60, text.length())) : text.substring(Math.max(0, text.length() - 60));
  }
}
