package org.sitrep.gazetteer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.knowledge.PlaceStock;

import static org.assertj.core.api.Assertions.assertThat;

/** Every foreign format, with rows made up for the test. */
class ImportersTest {

  static final String GEONAMES =
      """
      9001\tAlfaton\tAlfaton\tAlpha Town,ALF,Алфатон,ألفتون\t35.5\t40.25\tP\tPPLA2\tZZ\t\t01\t\t\t\t61000\t\t300\tEtc/UTC\t2020-01-01
      9002\tBeta Wells\tBeta Wells\t\t35.6\t40.5\tH\tWLL\tZZ\t\t01\t\t\t\t0\t\t300\tEtc/UTC\t2020-01-01
      9003\tGamma Province\tGamma Province\t\t35\t40\tA\tADM1\tZZ\t\t01\t\t\t\t0\t\t300\tEtc/UTC\t2020-01-01
      9004\tHistoric Deltaton\tDeltaton\t\t35\t40\tP\tPPLH\tZZ\t\t01\t\t\t\t0\t\t300\tEtc/UTC\t2020-01-01
      9005\tHotel Epsilon\tHotel Epsilon\t\t35\t40\tS\tHTL\tZZ\t\t01\t\t\t\t0\t\t300\tEtc/UTC\t2020-01-01
      9006\tZetaville\tZetaville\t\t45\t4\tP\tPPL\tYY\t\t01\t\t\t\t700\t\t300\tEtc/UTC\t2020-01-01
      """;

  @TempDir private Path dir = Path.of("");
  @SuppressWarnings("NullAway.Init") // before each test
  private ImportBench bench;

  @BeforeEach
  void home() {
    bench = new ImportBench(dir);
  }

  @Test
  void A01_geoNames() {
    Gazetteer.Imported imported = bench.file("ZZ.txt", GEONAMES).country("ZZ").run();
    assertThat(imported.refused()).isEmpty();
    assertThat(imported.counts().leftOut()).isEqualTo(3);
    assertThat(bench.rows())
        .containsExactly(
            "gn:9001,Alfaton,CITY,35.5,40.25,5,ZZ,Gamma,61000,Alpha Town|ألفتون,geonames",
            "gn:9002,Beta Wells,WELL,35.6,40.5,2,ZZ,Gamma,0,,geonames",
            "gn:9003,Gamma,REGION,35,40,60,ZZ,Gamma,0,,geonames");
  }

  @Test
  void A02_alternateNamesGoToRowsOfTheSameCallAndToThePacks() {
    String names =
        """
        1\t9001\ten\tAlfa City\t1\t\t\t
        2\t9001\tlink\thttps://example.org/alfa\t\t\t\t
        3\t9001\tja\tアルファ\t\t\t\t
        4\t7001\ten\tAncient Town\t\t\t\t
        5\t8888\ten\tNobody's Town\t\t\t\t
        """;
    Gazetteer.Imported imported = bench.file("alternateNamesV2.txt", names).file("ZZ.txt", GEONAMES).run();
    assertThat(imported.names()).isEqualTo(1);
    assertThat(bench.rows()).anyMatch(r -> r.startsWith("gn:9001,") && r.contains("|Alfa City,"));
    assertThat(bench.lines("place-names/new.csv")).containsExactly("Ancient Town,gn:7001,add,geonames");
  }

  @Test
  void A02b_shortFormsAndOldNamesKeepWhatTheyAre() {
    String names =
        """
        1\t9001\tabbr\tAT\t\t\t\t
        2\t7001\ten\tElderton\t\t\t\t1
        """;
    bench.file("alternateNamesV2.txt", names).file("ZZ.txt", GEONAMES).run();
    assertThat(bench.lines("place-names/new.csv"))
        .containsExactly("Elderton,gn:7001,exonym,geonames", "AT,gn:9001,abbreviation,geonames");
    PlaceStock.Built built = new Gazetteer(bench.dir).build(Optional.empty());
    assertThat(built.places()).isEqualTo(5);
  }

  @Test
  void A03_namesOfRegionsFromTheirOwnTable() {
    String places = "9007\tEtaville\tEtaville\t\t35\t40\tP\tPPL\tZZ\t\t07\t\t\t\t20000\t\t300\tEtc/UTC\t2020-01-01\n";
    bench.file("admin1CodesASCII.txt", "ZZ.07\tTheta Governorate\tTheta Governorate\t123\n").file("cities15000.txt", places).run();
    assertThat(bench.rows()).containsExactly("gn:9007,Etaville,TOWN,35,40,3,ZZ,Theta,20000,,geonames");
  }

  @Test
  void B01_whosOnFirstTableJoinsRecordsOfOnePlaceAndFindsRegionsByPolygon() {
    String head = "wof_id\tgn_id\tname\tasciiname\tplacetype\tfclass\tfcode\tlat\tlon\tbbox\tregion\tcounty\tpopulation\tcurrent\tsuperseded\tnames_json\n";
    String table =
        head
            + "11\t9101\tالفا\t\tlocality\tP\tPPL\t35.5\t40.5\t\t\t\t900\t1\t0\t{\"eng\":[\"Iotaton\"],\"ara\":[\"ايوتا\"],\"rus\":[\"Йота\"]}\n"
            + "12\t9101\tIota Town\t\tlocality\tP\tPPL\t35.5\t40.5\t\t\t\t6000\t1\t0\t{}\n"
            + "13\t\tKappaton\t\tlocality\tP\tPPL\t35.9\t40.9\t\t\t\t0\t1\t0\t{}\n"
            + "14\t\tGoneville\t\tlocality\tP\tPPL\t35.9\t40.9\t\t\t\t0\t1\t1\t{}\n";
    String shape =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"wof_id\":20,\"gn_id\":9120,"
            + "\"name\":\"Lambda\",\"name_en\":\"Lambda Governorate\",\"placetype\":\"region\",\"iso\":\"ZZ-L\"},\"geometry\":{\"type\":\"Polygon\","
            + "\"coordinates\":[[[40,35],[41,35],[41,36],[40,36],[40,35]]]}}]}";
    Gazetteer.Imported imported = bench.file("wof_ZZ.tsv", table).file("admin.geojson", shape).country("ZZ").run();
    assertThat(imported.refused()).isEmpty();
    assertThat(bench.rows())
        .containsExactly(
            "gn:9101,Iotaton,TOWN,35.5,40.5,3,ZZ,Lambda,6000,ايوتا|الفا|Iota Town,geonames+whosonfirst",
            "wof:13,Kappaton,VILLAGE,35.9,40.9,2,ZZ,Lambda,0,,whosonfirst",
            "gn:9120,Lambda,REGION,35.5,40.5,56.6,ZZ,Lambda,0,,geonames+whosonfirst");
  }

  @Test
  void B02_whosOnFirstRecord() {
    String record =
        "{\"type\":\"Feature\",\"id\":31,\"properties\":{\"wof:id\":31,\"wof:name\":\"Muville\",\"wof:placetype\":\"locality\",\"wof:country\":\"ZZ\","
            + "\"name:eng_x_preferred\":[\"Mu Ville\"],\"name:ara_x_variant\":[\"ميو\"],\"lbl:latitude\":35.1,\"lbl:longitude\":40.1,"
            + "\"wof:concordances\":{\"gn:id\":9131},\"wof:population\":1200},\"geometry\":{\"type\":\"Point\",\"coordinates\":[40,35]}}";
    bench.file("31.geojson", record).run();
    assertThat(bench.rows()).containsExactly("gn:9131,Mu Ville,VILLAGE,35.1,40.1,2,ZZ,,1200,ميو|Muville,geonames+whosonfirst");
  }

  @Test
  void C01_gnsOfTheOlderLayout() {
    String head = "RC\tUFI\tUNI\tLAT\tLONG\tFC\tDSG\tCC1\tADM1\tPOP\tNT\tFULL_NAME_RO\n";
    bench.file(
            "zz.txt",
            head + "1\t-501\t1\t33.5\t36.5\tT\tHLL\tSY\t03\t\tN\tNu Hill\n" + "1\t-501\t2\t33.5\t36.5\tT\tHLL\tSY\t03\t\tV\tTall an Nu\n"
                + "1\t-502\t3\t33.6\t44.6\tP\tPPL\tIZ\t01\t\tN\tXiville\n")
        .run();
    assertThat(bench.rows())
        .containsExactly("gns:-502,Xiville,VILLAGE,33.6,44.6,2,IQ,,0,,gns", "gns:-501,Nu Hill,HILL,33.5,36.5,2,SY,,0,Tall an Nu,gns");
  }

  @Test
  void C02_gnsOfTheNewerLayout() {
    String head = "rk\tufi\tuni\tfull_name\tnt\tlat_dd\tlong_dd\tdesig_cd\tfc\tcc_ft\tadm1\n";
    bench.file("iraq.txt", head + "1\t601\t1\tOmicronton\tN\t33.5\t44.5\tAIRB\tS\tIRQ\tIRQ-BG\n1\t601\t2\tأوميكرون\tNS\t33.5\t44.5\tAIRB\tS\tIRQ\tIRQ-BG\n").run();
    assertThat(bench.rows()).containsExactly("gns:601,Omicronton,AIRFIELD,33.5,44.5,2,IQ,,0,أوميكرون,gns");
  }

  @Test
  void D01_pCodes() {
    String head = "ADM2_EN,ADM2_AR,ADM2_PCODE,ADM1_EN,ADM1_PCODE,lat,lon\n";
    bench.file("zzz_admin.csv", head + "\"Pi, Upper\",بي,SY0101,Rho Governorate,SY01,33.25,36.75\n,,,Rho Governorate,SY01,33.5,36.5\n").run();
    assertThat(bench.rows())
        .containsExactly(
            "pcode:SY0101,\"Pi, Upper\",DISTRICT,33.25,36.75,20,SY,Rho,0,بي,ocha", "pcode:SY01,Rho,REGION,33.5,36.5,60,SY,Rho,0,,ocha");
  }

  @Test
  void E01_naturalEarth() {
    String places =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + "{\"type\":\"Feature\",\"properties\":{\"NAME\":\"Sigmaton\",\"FEATURECLA\":\"Populated place\",\"ISO_A2\":\"ZZ\",\"ADM1NAME\":\"Tau\",\"POP_MAX\":60000,"
            + "\"GEONAMEID\":9201.0},\"geometry\":{\"type\":\"Point\",\"coordinates\":[40,35]}},\n"
            + "{\"type\":\"Feature\",\"properties\":{\"name\":\"UPSILON\",\"featurecla\":\"River\",\"name_alt\":\"Ypsilon\"},"
            + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[40,35],[40,36]]}}]}";
    bench.file("ne.geojson", places).run();
    assertThat(bench.rows())
        .containsExactly(
            "ne:river-upsilon,Upsilon,RIVER,35.5,40,55.6,,,0,Ypsilon,naturalearth", "gn:9201,Sigmaton,CITY,35,40,5,ZZ,Tau,60000,,naturalearth");
  }

  @Test
  void E02_airportsGetTheCountryOfThePolygonTheyLieIn() {
    String airports =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"featurecla\":\"Airport\",\"name\":\"Quxville Int'l\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[40.5,35.5]}}]}";
    String countries =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"NAME\":\"Zedland\",\"ISO_A2\":\"ZZ\",\"ADM0_A3\":\"ZZZ\","
            + "\"CONTINENT\":\"Nowhere\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[40,35],[41,35],[41,36],[40,36],[40,35]]]}}]}";
    bench.file("airports.geojson", airports).file("countries.geojson", countries).run();
    assertThat(bench.rows()).first().isEqualTo("ne:airfield-quxville-intl,Quxville Int'l,AIRFIELD,35.5,40.5,2,ZZ,,0,Quxville,naturalearth");
  }

  @Test
  void E03_ourAirportsWithTheTownWhereItHasNoOther() {
    String table =
        """
        "id","ident","type","name","latitude_deg","longitude_deg","elevation_ft","continent","iso_country","municipality","keywords"
        1,"ZZAA","large_airport","Alfaton International Airport",35.5,40.5,100,"AS","ZZ","Alfaton (North)","Old Alfa Airbase, AFT"
        2,"ZZBB","medium_airport","Beta Hills Air Base",36,41,100,"AS","ZZ","Betaville",""
        3,"ZZCC","medium_airport","Betaville Civil Airport",36.2,41,100,"AS","ZZ","Betaville",""
        4,"ZZDD","small_airport","Delta Strip",36.4,41,100,"AS","ZZ","Deltaton",""
        5,"ZZEE","heliport","Hospital Pad",36.5,41,1,"AS","ZZ","Alfaton",""
        6,"ZZFF","closed","Old Field",36.5,41,1,"AS","ZZ","Alfaton",""
        """;
    Gazetteer.Imported imported = bench.file("airports.csv", table).run();
    assertThat(imported.counts().leftOut()).isEqualTo(2);
    assertThat(bench.rows())
        .containsExactly(
            "oa:ZZAA,Alfaton International Airport,AIRFIELD,35.5,40.5,3,ZZ,,0,Alfaton Airport|Old Alfa Airbase,ourairports",
            "oa:ZZBB,Beta Hills Air Base,AIRFIELD,36,41,3,ZZ,,0,,ourairports",
            "oa:ZZCC,Betaville Civil Airport,AIRFIELD,36.2,41,3,ZZ,,0,Betaville Airport,ourairports",
            "oa:ZZDD,Delta Strip,AIRFIELD,36.4,41,3,ZZ,,0,,ourairports");
  }

  @Test
  void F01_csvByTheNamesOfItsColumns() {
    bench.file("my towns.csv", "Title,Latitude,Lng,Type,Aliases,iso3\nPhi airfield,35.5,40.5,,Fi;Phee,SYR\nChiton,35.25,40.125,town,,SYR\n").run();
    assertThat(bench.rows())
        .containsExactly(
            "my-towns:chiton@35.250_40.125,Chiton,TOWN,35.25,40.125,2,SY,,0,,my-towns",
            "my-towns:phi-airfield@35.500_40.500,Phi airfield,AIRFIELD,35.5,40.5,2,SY,,0,Fi|Phee,my-towns");
  }

  @Test
  void F02_semicolonsAndDecimalCommas() {
    bench.file("towns.csv", "id;name;y;x\npsi;Psiton;35,5;40,5\n").country("ZZ").run();
    assertThat(bench.rows()).containsExactly("towns:psi,Psiton,VILLAGE,35.5,40.5,2,ZZ,,0,,towns");
  }

  @Test
  void F03_geoJsonAreasByAPointWithinAndARadius() {
    String area =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"w1\",\"properties\":{\"name\":\"Omega Marsh\",\"country\":\"ZZ\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[40,35],[40.2,35],[40.2,35.2],[40,35.2],[40,35]]]}}]}";
    bench.file("areas.geojson", area).run();
    assertThat(bench.rows()).containsExactly("areas:w1,Omega Marsh,AREA,35.1,40.1,11.3,ZZ,,0,,areas");
  }

  @Test
  void G01_conflictMapModules() {
    String module =
        """
        -- marks = { lat = "1", long = "1", label = "Comment" }
        --[[ { lat = "2", long = "2", label = "Long comment" } ]]
        local function f() return nil end
        return {
          { lat = "36.1", long = "37.2", mark = "dot.svg", marksize = 6, label = "Uno", link = "Uno (town)" },
          { lat = 36.5, long = 37.5, mark = [[dot]] .. ".svg", label = [==[Duo [x] ]==] },
          { lat = "36.6", long = "37.6", label = "", link = "[[Tres, Land|Tres]]#Part" },
          { lat = "36.7", long = "37.7", mark = "arrow.svg" },
          containers = { { lat = '36.8', ["long"] = '37.8', label = 'Cuatro air base\\'s' } };
        }
        """;
    Gazetteer.Imported imported = bench.file("map.lua", module).country("ZZ").run();
    assertThat(imported.counts().leftOut()).isEqualTo(1);
    assertThat(bench.rows())
        .containsExactly(
            "wp:cuatro-air-bases@36.800_37.800,Cuatro air base's,VILLAGE,36.8,37.8,2,ZZ,,0,,wikipedia",
            "wp:duo-x@36.500_37.500,Duo [x],VILLAGE,36.5,37.5,2,ZZ,,0,,wikipedia",
            "wp:tres@36.600_37.600,Tres,VILLAGE,36.6,37.6,2,ZZ,,0,,wikipedia",
            "wp:uno@36.100_37.200,Uno,VILLAGE,36.1,37.2,2,ZZ,,0,,wikipedia");
  }

  @Test
  void H01_gzippedAndZipped() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(GEONAMES.getBytes(StandardCharsets.UTF_8));
    }
    bench.bytes("a.txt.gz", gzip.toByteArray()).run();
    assertThat(bench.rows()).hasSize(4);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.write("not this".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("ZZ.txt"));
      out.write(GEONAMES.getBytes(StandardCharsets.UTF_8));
    }
    bench.bytes("ZZ.zip", zip.toByteArray()).country("YY").run();
    assertThat(bench.rows()).containsExactly("gn:9006,Zetaville,VILLAGE,45,4,2,YY,,700,,geonames");
  }

  @Test
  void H02_theSameBytesEachTimeAndOneFileOfAName() throws IOException {
    Path packed = bench.file("ZZ.txt", GEONAMES).run(true).written().getFirst();
    byte[] first = Files.readAllBytes(packed);
    assertThat(bench.file("ZZ.txt", GEONAMES).run(true).written()).containsExactly(packed);
    assertThat(Files.readAllBytes(packed)).isEqualTo(first);
    bench.file("ZZ.txt", GEONAMES).run(false);
    assertThat(packed).doesNotExist();
    assertThat(bench.rows()).hasSize(4);
  }

  @Test
  void H03_placesThatThePacksHaveAreLeftAsTheyAre() {
    Gazetteer.Imported imported = bench.file("ZZ.txt", GEONAMES.replace("9001", "7001")).run();
    assertThat(imported.counts().known()).isEqualTo(1);
    assertThat(bench.rows()).noneMatch(r -> r.startsWith("gn:7001"));
  }
}
