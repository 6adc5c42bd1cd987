package org.sitrep.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Claim;
import org.sitrep.page.Block;
import org.sitrep.store.Store;
import org.sitrep.store.StoredDocument;

/**
 * An index in memory of the words of articles and of claims' evidence, in any of their scripts. What readers wrote is not in it.
 * A snapshot never changes, so a later version of the store costs only what came and went. Thread-safe.
 */
final class FullText {

  /** It tells every user that it could be faster in another virtual machine. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private static final String TEXT = "text";
  private static final String KIND = "kind";
  private static final String DIGEST = "digest";
  private static final String PLACE = "place";
  private static final String ID = "id";
  private static final String HEADLINE = "headline";

  /** A document's words beyond this are not looked through for what to show of it. */
  private static final int LOOKED_THROUGH = 200_000;

  private static final int BEFORE = 80;
  private static final int WINDOW = 260;

  private final Analyzer words = new Words();
  private final IndexWriter writer;
  private final Set<String> indexed = new HashSet<>();

  FullText() {
    LUCENE.setLevel(Level.SEVERE);
    try {
      writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A document or claim that was found.
   *
   * @param id of the document or claim
   * @param doc of which document it is
   * @param headline of that document, where it has one
   * @param pieces a stretch of its text, cut where words that were sought begin and end
   */
  record Hit(String id, String doc, Optional<String> headline, List<Piece> pieces) {}

  /** A stretch of text, and whether it was sought. */
  record Piece(String text, boolean sought) {}

  /** How many there are, and the best of them. */
  record Found(long count, List<Hit> hits) {}

  /** The index as it was at some time. */
  final class Snapshot {

    private final IndexSearcher searcher;
    private final Map<String, String> events;

    private Snapshot(IndexSearcher searcher, Map<String, String> events) {
      this.searcher = searcher;
      this.events = events;
    }

    /** The event of a claim. */
    Optional<String> event(String claim) {
      return Optional.ofNullable(events.get(claim));
    }

    Found documents(String query, int offset, int limit) {
      return found("doc", query, offset, limit);
    }

    Found claims(String query, int offset, int limit) {
      return found("claim", query, offset, limit);
    }

    /** The events with a claim that is about a place. */
    Set<String> eventsAt(String place, int most) {
      Set<String> found = new LinkedHashSet<>();
      try {
        for (ScoreDoc hit : searcher.search(new TermQuery(new Term(PLACE, place)), most).scoreDocs) {
          event(searcher.storedFields().document(hit.doc).get(ID)).ifPresent(found::add);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return found;
    }

    private Found found(String kind, String query, int offset, int limit) {
      Query sought = query(query);
      if (sought == null) {
        return new Found(0, List.of());
      }
      Query all = new BooleanQuery.Builder().add(sought, Occur.MUST).add(new TermQuery(new Term(KIND, kind)), Occur.FILTER).build();
      try {
        Set<String> terms = terms(query);
        TopDocs top = searcher.search(all, offset + limit);
        List<Hit> hits = new ArrayList<>();
        for (int i = offset; i < top.scoreDocs.length; i++) {
          Document document = searcher.storedFields().document(top.scoreDocs[i].doc);
          hits.add(new Hit(document.get(ID), document.get("doc"), Optional.ofNullable(document.get(HEADLINE)), pieces(document.get(TEXT), terms)));
        }
        return new Found(searcher.count(all), hits);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Takes in what came, and drops what went. */
  synchronized Snapshot refresh(Store store) {
    try {
      Set<String> there = new HashSet<>();
      for (StoredDocument.Head head : store.listDocuments()) {
        there.add(head.digest());
        if (!indexed.contains(head.digest())) {
          store.findDocument(head.digest()).ifPresent(document -> add(document, store.listClaimsOf(head.digest())));
          indexed.add(head.digest());
        }
      }
      for (String gone : indexed.stream().filter(d -> !there.contains(d)).toList()) {
        writer.deleteDocuments(new Term(DIGEST, gone));
        indexed.remove(gone);
      }
      return new Snapshot(new IndexSearcher(DirectoryReader.open(writer)), store.listEventOfClaim());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(StoredDocument document, List<Claim> claims) {
    StoredDocument.Head head = document.head();
    StringBuilder text = new StringBuilder(head.headline().orElse(""));
    for (StoredDocument.StoredBlock block : document.blocks()) {
      if (block.kind() != Block.Kind.COMMENT && block.kind().isArticle()) {
        text.append('\n').append(block.text());
      }
    }
    try {
      writer.addDocument(row("doc", head.doc(), head, text.toString()));
      for (Claim claim : claims) {
        Document row = row("claim", claim.id(), head, claim.evidence().quote());
        claim.places().forEach(p -> p.place().ifPresent(g -> row.add(new StringField(PLACE, g.id(), Field.Store.NO))));
        writer.addDocument(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document row(String kind, String id, StoredDocument.Head head, String text) {
    Document row = new Document();
    row.add(new StringField(KIND, kind, Field.Store.NO));
    row.add(new StringField(DIGEST, head.digest(), Field.Store.NO));
    row.add(new StoredField(ID, id));
    row.add(new StoredField("doc", head.doc()));
    head.headline().ifPresent(h -> row.add(new StoredField(HEADLINE, h)));
    row.add(new TextField(TEXT, text, Field.Store.YES));
    return row;
  }

  /** All the words; those in quotation marks beside each other. Null where no word is left. */
  private @Nullable Query query(String said) {
    QueryBuilder builder = new QueryBuilder(words);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    String[] parts = said.split("\"", -1);
    boolean any = false;
    for (int i = 0; i < parts.length; i++) {
      Query part = i % 2 == 1 ? builder.createPhraseQuery(TEXT, parts[i]) : builder.createBooleanQuery(TEXT, parts[i], Occur.MUST);
      if (part != null) {
        all.add(part, Occur.MUST);
        any = true;
      }
    }
    return any ? all.build() : null;
  }

  private interface Token {
    void at(String term, int start, int end);
  }

  private void tokens(String text, Token each) throws IOException {
    try (TokenStream stream = words.tokenStream(TEXT, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        each.at(term.toString(), offset.startOffset(), offset.endOffset());
      }
      stream.end();
    }
  }

  private Set<String> terms(String text) throws IOException {
    Set<String> terms = new HashSet<>();
    tokens(text, (term, start, end) -> terms.add(term));
    return terms;
  }

  /** A window of the text that begins shortly before the first word that was sought. */
  private List<Piece> pieces(String whole, Set<String> terms) throws IOException {
    String text = whole.substring(0, Math.min(whole.length(), LOOKED_THROUGH));
    List<int[]> spans = new ArrayList<>();
    tokens(text, (term, start, end) -> {
      if (terms.contains(term)) {
        spans.add(new int[] {start, end});
      }
    });
    int first = spans.isEmpty() ? 0 : Math.max(0, spans.getFirst()[0] - BEFORE);
    int from = first == 0 ? 0 : Math.max(first, text.indexOf(' ', first) + 1);
    int to = Math.min(text.length(), from + WINDOW);
    List<Piece> pieces = new ArrayList<>();
    int at = from;
    for (int[] span : spans) {
      if (span[0] >= at && span[1] <= to) {
        pieces.add(new Piece(text.substring(at, span[0]), false));
        pieces.add(new Piece(text.substring(span[0], span[1]), true));
        at = span[1];
      }
    }
    pieces.add(new Piece(text.substring(at, to) + (to < whole.length() ? "…" : ""), false));
    pieces.removeIf(p -> p.text().isEmpty());
    return pieces;
  }

  /** Words of English and Arabic, without what the spelling of one of them varies in. */
  private static final class Words extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      TokenStream out = new DecimalDigitFilter(new LowerCaseFilter(new EnglishPossessiveFilter(source)));
      out = new ArabicStemFilter(new ArabicNormalizationFilter(out));
      return new TokenStreamComponents(source, new EnglishMinimalStemFilter(new ASCIIFoldingFilter(out)));
    }
  }
}
