package org.zhiheng.server.prove.use;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.use.DeclarationPages;
import org.zhiheng.jobs.prove.use.Declarations;
import org.zhiheng.jobs.prove.use.Declared;
import org.zhiheng.jobs.prove.use.UseDeclaration;
import org.zhiheng.jobs.prove.use.UseDesk;
import org.zhiheng.jobs.prove.use.UseJson;
import org.zhiheng.jobs.prove.use.UseQuestion;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.number.Office;
import org.zhiheng.server.page.Field;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What evidence shows of the use of a mark, and declarations of use.
public final class UsePages {

  /// Where it is asked.
  public static final String PATH = Place.PROVE.path() + "/use";

  private static final String DECLARATION = PATH + "/declaration";

  private final Rendering rendering;
  private final Records records;
  private final UseDesk desk;
  private final Declarations declarations;
  private final DeclarationPages pages;
  private final InstantSource clock;
  private final ZoneId zone;

  /// Over these jobs.
  ///
  /// @param pages lays declarations out
  /// @param zone whose today is asked about where no day is given
  public UsePages(
      Rendering rendering,
      Records records,
      UseDesk desk,
      Declarations declarations,
      DeclarationPages pages,
      InstantSource clock,
      ZoneId zone) {
    this.rendering = rendering;
    this.records = records;
    this.desk = desk;
    this.declarations = declarations;
    this.pages = pages;
    this.clock = clock;
    this.zone = zone;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::window)
        .GET(DECLARATION, this::declaration)
        .GET(DECLARATION + ".html", request -> taken(request, true))
        .GET(DECLARATION + ".json", request -> taken(request, false))
        .POST(DECLARATION, this::deposit)
        .build();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private ServerResponse window(ServerRequest request) {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    UseReading reading = new UseReading(words);
    String typed = text(request, "right");
    String basis = request.param("basis").orElse(UseQuestion.Basis.NON_USE_REQUEST.code());
    String on = request.param("on").map(String::strip).orElse(today().toString());
    List<Problem> problems = new ArrayList<>();
    Optional<UseView.Told> told = Optional.empty();
    if (!typed.isEmpty()) {
      try {
        UseQuestion question =
            new UseQuestion(
                basis(basis),
                date("on", on),
                request.params().getOrDefault("good", List.of()).stream()
                    .map(String::strip)
                    .filter(good -> !good.isEmpty())
                    .toList());
        told =
            Optional.of(
                reading.told(
                    desk.window(acting, records.meantOne(acting, typed).orThrow(), question)));
      } catch (ProblemsException refused) {
        problems.addAll(refused.problems());
      }
    }
    UseView view =
        new UseView(
            new UseView.Ask(
                typed,
                Arrays.stream(UseQuestion.Basis.values())
                    .map(one -> new Field.Choice(one.code(), words.code("use.basis", one.code())))
                    .toList(),
                basis,
                on),
            problems.stream().map(words::problem).toList(),
            told);
    return rendering.page(
        request,
        Place.PROVE,
        "prove/use/window.jte",
        view,
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static UseQuestion.Basis basis(String code) {
    return Arrays.stream(UseQuestion.Basis.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElse(UseQuestion.Basis.NON_USE_REQUEST);
  }

  private static LocalDate date(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException wrong) {
      throw new ProblemsException(
          Problem.of("use-dates", name, text, "A date is written 2026-11-22."));
    }
  }

  private static String text(ServerRequest request, String name) {
    return request.param(name).orElse("").strip();
  }

  /// A declaration as it was asked for.
  private UseDeclaration declared(ServerRequest request, Acting acting) {
    UseDeclaration.Period period =
        new UseDeclaration.Period(
            date("from", text(request, "from")), date("to", text(request, "to")));
    Parsed<Office> office = Office.parse(request.param("office").orElse("CN"));
    if (office.refusal().isPresent()) {
      throw new ProblemsException(office.refusal().get());
    }
    Declared declared =
        declarations.declare(
            acting,
            records.meantOne(acting, text(request, "right")).orThrow(),
            period,
            office.orThrow());
    return switch (declared) {
      case Declared.Issued(UseDeclaration declaration) -> declaration;
      case Declared.Withheld withheld ->
          throw new ProblemsException(
              Problem.of(
                  "use-unanchored",
                  "office",
                  withheld.missing().stream().map(Object::toString).toList().toString(),
                  "The office asks that all evidence be anchored on a chain, and this is not: "
                      + withheld.rule().said().en()));
    };
  }

  private ServerResponse declaration(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.EXPORT);
    Words words = rendering.words(request.servletRequest());
    List<Problem> problems = new ArrayList<>();
    Optional<DeclareView.Shown> shown = Optional.empty();
    if (request.param("from").isPresent()) {
      try {
        shown = Optional.of(new UseReading(words).shown(declared(request, acting)));
      } catch (ProblemsException refused) {
        problems.addAll(refused.problems());
      }
    }
    LocalDate today = today();
    DeclareView view =
        new DeclareView(
            text(request, "right"),
            request.param("from").orElse(today.minusYears(3).toString()),
            request.param("to").orElse(today.toString()),
            request.param("office").orElse("CN"),
            problems.stream().map(words::problem).toList(),
            shown,
            query(request));
    return rendering.page(
        request,
        Place.PROVE,
        "prove/use/declaration.jte",
        view,
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static String query(ServerRequest request) {
    List<String> parts = new ArrayList<>();
    for (String name : List.of("right", "from", "to", "office")) {
      parts.add(name + "=" + URLEncoder.encode(text(request, name), StandardCharsets.UTF_8));
    }
    return String.join("&", parts);
  }

  private ServerResponse taken(ServerRequest request, boolean page) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.EXPORT);
    UseDeclaration declaration = declared(request, acting);
    byte[] bytes = bytes(request, declaration, page);
    return ServerResponse.ok()
        .contentType(page ? MediaType.TEXT_HTML : MediaType.APPLICATION_JSON)
        .header("Content-Disposition", "attachment; filename=\"" + name(declaration, page) + "\"")
        .cacheControl(CacheControl.noStore())
        .build((_, response) -> {
          response.setContentLength(bytes.length);
          response.getOutputStream().write(bytes);
          return null;
        });
  }

  private byte[] bytes(ServerRequest request, UseDeclaration declaration, boolean page) {
    Tongue tongue =
        rendering.words(request.servletRequest()).language() == Language.CHINESE
            ? Tongue.CHINESE
            : Tongue.ENGLISH;
    String text =
        page
            ? pages.page(declaration, tongue)
            : RecordJson.text(out -> UseJson.declaration(declaration, out)) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String name(UseDeclaration declaration, boolean page) {
    return "use-"
        + declaration.mark().id()
        + "-"
        + declaration.period().from()
        + "-"
        + declaration.period().to()
        + (page ? ".html" : ".json");
  }

  /// Deposits the page as evidence of its own.
  private ServerResponse deposit(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    UseDeclaration declaration = declared(request, acting);
    EvidenceStore.Kept kept =
        declarations.deposit(
            acting, declaration, name(declaration, true), bytes(request, declaration, true));
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .location(URI.create(Place.PROVE.path() + "/evidence/" + kept.id()))
        .build();
  }
}
