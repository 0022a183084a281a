package org.zhiheng.server;

import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.examine.assignment.GoodsOnShelf;
import org.zhiheng.jobs.prove.data.DataDesk;
import org.zhiheng.jobs.prove.use.AnchorRules;
import org.zhiheng.jobs.prove.use.Declarations;
import org.zhiheng.jobs.prove.use.UseDesk;
import org.zhiheng.jobs.prove.use.WordLikeness;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.value.KeptValuations;
import org.zhiheng.jobs.value.ValueDesk;
import org.zhiheng.links.JteDeclarationPages;
import org.zhiheng.server.administer.BoardPages;
import org.zhiheng.server.administer.BulkPages;
import org.zhiheng.server.administer.CustomsPages;
import org.zhiheng.server.administer.DocketPages;
import org.zhiheng.server.administer.ExpeditedPages;
import org.zhiheng.server.administer.FeesPages;
import org.zhiheng.server.administer.PaperRoutes;
import org.zhiheng.server.administer.PeoplePages;
import org.zhiheng.server.administer.ReceiptPages;
import org.zhiheng.server.administer.RecordalPages;
import org.zhiheng.server.administer.ReminderPages;
import org.zhiheng.server.administer.WhatIfPages;
import org.zhiheng.server.audit.AuditPages;
import org.zhiheng.server.deals.WorkbenchPages;
import org.zhiheng.server.error.ErrorPages;
import org.zhiheng.server.examine.ExaminePages;
import org.zhiheng.server.examine.RecordPages;
import org.zhiheng.server.examine.filings.FilingsPages;
import org.zhiheng.server.examine.report.ReportRoutes;
import org.zhiheng.server.finance.KeptDealPages;
import org.zhiheng.server.finance.TitlePages;
import org.zhiheng.server.govern.ClaimPages;
import org.zhiheng.server.home.HomePages;
import org.zhiheng.server.imports.ImportPages;
import org.zhiheng.server.imports.ProgressPages;
import org.zhiheng.server.imports.TablePages;
import org.zhiheng.server.job.JobPages;
import org.zhiheng.server.page.Assets;
import org.zhiheng.server.page.FramePages;
import org.zhiheng.server.page.PolicyFilter;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.paper.Papers;
import org.zhiheng.server.parties.PartyPages;
import org.zhiheng.server.prove.CapturePages;
import org.zhiheng.server.prove.EvidenceItemPages;
import org.zhiheng.server.prove.EvidencePages;
import org.zhiheng.server.prove.LogPages;
import org.zhiheng.server.prove.upload.UploadPages;
import org.zhiheng.server.prove.use.UsePages;
import org.zhiheng.server.right.DocumentPages;
import org.zhiheng.server.right.EntryPages;
import org.zhiheng.server.right.EventPages;
import org.zhiheng.server.right.RightPages;
import org.zhiheng.server.right.SharingPages;
import org.zhiheng.server.rights.RightsPages;
import org.zhiheng.server.sample.SamplePages;
import org.zhiheng.server.sample.SampleRows;
import org.zhiheng.server.tour.TourPages;
import org.zhiheng.server.value.ValuePages;
import org.zhiheng.server.verify.VerifyPages;

/// The house, built from the bottom up. Nothing is scanned for and nothing is guessed: the list
/// below is all of Spring that runs, and each method is one storey.
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  MultipartAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
public final class House {

  @Bean
  Assets assets() {
    return Assets.load();
  }

  @Bean
  Rendering rendering(Assets assets, Floors floors, ServerSettings settings) {
    return new Rendering(assets, floors.visitors(), settings.zone(), settings.tour());
  }

  @Bean
  FilterRegistrationBean<PolicyFilter> policyFilter() {
    FilterRegistrationBean<PolicyFilter> filter = new FilterRegistrationBean<>(new PolicyFilter());
    // before whatever refuses: that has an id too
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  ErrorPageRegistrar errorPages() {
    return registry -> registry.addErrorPages(new ErrorPage(ErrorPages.PATH));
  }

  private static UsePages use(
      Rendering rendering,
      Floors floors,
      Records records,
      InstantSource clock,
      ServerSettings settings) {
    UseDesk desk =
        new UseDesk(
            records,
            floors.prove().book(),
            new GoodsOnShelf(floors.examine().goods()),
            new WordLikeness(() -> floors.examine().comparing().words()));
    return new UsePages(
        rendering,
        records,
        desk,
        new Declarations(desk, floors.prove(), AnchorRules.load(), floors.audit(), clock),
        new JteDeclarationPages(),
        clock,
        settings.zone());
  }

  @Bean
  RouterFunction<ServerResponse> pages(
      Assets assets, Rendering rendering, Floors floors, Door door, ServerSettings settings) {
    Records records = floors.records();
    InstantSource clock = floors.clock();
    DataDesk data = new DataDesk(records, floors.prove(), floors.audit(), clock);
    ErrorPages errors = new ErrorPages(rendering);
    SampleRows samples = SampleRows.load();
    Papers papers = new Papers(rendering, floors.printer());
    return new FramePages(assets)
        .routes()
        .and(new HomePages(rendering, records, floors.imports(), samples, clock).routes())
        .and(new RightsPages(rendering, records, floors.parties(), samples, clock).routes())
        .and(new EntryPages(rendering, records).routes())
        .and(
            new RightPages(
                    rendering,
                    records,
                    floors.examine().figures(),
                    floors.prove().book(),
                    () -> LocalDate.ofInstant(clock.instant(), settings.zone()))
                .routes())
        .and(new SharingPages(rendering, records, door.accounts()).routes())
        .and(new EventPages(rendering, records, clock, settings.zone()).routes())
        .and(new DocumentPages(rendering, records).routes())
        .and(new PartyPages(rendering, floors.parties(), records).routes())
        .and(
            new ImportPages(
                    rendering, floors.imports(), floors.desk(), clock, settings.uploadBytesMax())
                .routes())
        .and(new TablePages(rendering, floors.tables(), records, floors.documents()).routes())
        .and(new ProgressPages(rendering, floors.imports(), floors.desk(), clock).routes())
        .and(new SamplePages().routes())
        .and(new AuditPages(rendering, floors.audit()).routes())
        .and(new ExaminePages(rendering, floors.examine(), clock).routes())
        .and(new FilingsPages(rendering, floors.examine(), records).routes())
        .and(new RecordPages(rendering, floors.examine(), floors.reports(), clock).routes())
        .and(new ReportRoutes(rendering, floors.reports()).routes())
        .and(new EvidencePages(rendering, floors.prove(), records, data, floors.uploads()).routes())
        .and(new UploadPages(rendering, floors.uploads()).routes())
        .and(
            new CapturePages(rendering, records, floors.prove().deposits(), floors.captures())
                .routes())
        .and(new EvidenceItemPages(rendering, floors.prove(), data).routes())
        .and(use(rendering, floors, records, clock, settings).routes())
        .and(new LogPages(rendering, floors.prove().log(), clock).routes())
        .and(new BoardPages(rendering, floors.administer()).routes())
        .and(new BulkPages(rendering, floors.administer()).routes())
        .and(new PeoplePages(rendering, floors.administer()).routes())
        .and(new FeesPages(rendering, floors.administer(), records).routes())
        .and(new ReceiptPages(rendering, floors.administer(), records).routes())
        .and(new WhatIfPages(rendering, floors.administer(), records).routes())
        .and(new ExpeditedPages(rendering, floors.administer(), records).routes())
        .and(new PaperRoutes(rendering, floors.administer(), floors.papers()).routes())
        .and(new TitlePages(rendering, floors.finance(), records).routes())
        .and(new ClaimPages(rendering, records).routes())
        .and(new KeptDealPages(rendering, floors.deals(), floors.prove().book(), papers).routes())
        .and(
            new ValuePages(
                    rendering,
                    records,
                    new ValueDesk(records, floors.administer().docket()),
                    floors.administer().docket()::today,
                    papers,
                    new KeptValuations(floors.prove().deposits()))
                .routes())
        .and(new WorkbenchPages(rendering, papers).routes())
        .and(new TourPages(rendering).routes())
        .and(new ReminderPages(rendering, floors.administer()).routes())
        .and(new RecordalPages(rendering, floors.administer(), records).routes())
        .and(new CustomsPages(rendering, floors.administer(), records).routes())
        .and(new DocketPages(rendering, floors.administer(), records).routes())
        .and(new VerifyPages(rendering).routes())
        .and(new JobPages(rendering).routes())
        .filter(errors::guard)
        .and(errors.routes());
  }
}
