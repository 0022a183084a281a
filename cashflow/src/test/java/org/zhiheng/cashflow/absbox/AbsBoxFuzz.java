package org.zhiheng.cashflow.absbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.deal.DealWriter;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.ProblemsException;

/// Deals and scenarios of AbsBox, spoilt. The one exception that may come out is
/// [ProblemsException].
final class AbsBoxFuzz {

  static final String DEAL =
      """
      {"tag":"MDeal","contents":{
      "dates":{"tag":"PreClosingDates","contents":["2021-03-01","2021-10-15",null,"2060-12-01",\
      ["2021-10-15",{"tag":"MonthEnd"}],["2021-11-26",{"tag":"DayOfMonth","contents":26}]]},
      "name":"two","status":{"tag":"PreClosing","contents":{"tag":"Amortizing"}},
      "pool":{"tag":"MultiPool","contents":{"PoolConsol":{"assets":[
      {"tag":"Mortgage","contents":[{"originBalance":120,"originRate":{"tag":"Floater","contents":\
      ["DC_ACT_365F","LPR5Y",0.01,0.085,{"tag":"MonthEnd"},null,null,null]},"originTerm":30,\
      "period":"Monthly","startDate":"2020-06-01","prinType":{"tag":"Even"},\
      "prepaymentPenalty":null,"obligor":null,"tag":"MortgageOriginalInfo"},180,0.08,10,null,\
      {"tag":"Current"}]},
      {"tag":"Mortgage","contents":[{"originBalance":120,"originRate":{"tag":"Fix","contents":\
      ["DC_ACT_365F",0.045]},"originTerm":30,"period":"Monthly","startDate":"2021-02-01",\
      "prinType":{"tag":"Level"},"prepaymentPenalty":null,"obligor":null,\
      "tag":"MortgageOriginalInfo"},120,0.08,20,null,{"tag":"Current"}]}],
      "asOfDate":"2021-03-01","issuanceStat":{},"futureCf":null,"futureScheduleCf":null,\
      "extendPeriods":{"tag":"MonthEnd"}}}},
      "bonds":{"A1":{"bndName":"A1","bndBalance":100,"bndRate":0.07,"bndOriginInfo":\
      {"originBalance":100,"originDate":"2020-01-03","originRate":0.07,"maturityDate":null},\
      "bndInterestInfo":{"tag":"Fix","contents":[0.08,"DC_ACT_365F"]},"bndType":\
      {"tag":"Sequential"},"bndDuePrin":0,"bndDueInt":0,"bndDueIntOverInt":0,"bndDueIntDate":null,\
      "bndStepUp":null,"bndLastIntPayDate":null,"bndStmt":null,"tag":"Bond"},
      "B":{"bndName":"B","bndBalance":20,"bndRate":0.0,"bndOriginInfo":{"originBalance":100,\
      "originDate":"2020-01-03","originRate":0.07,"maturityDate":null},"bndInterestInfo":\
      {"tag":"Fix","contents":[0.0,"DC_ACT_365F"]},"bndType":{"tag":"Equity"},"bndDuePrin":0,\
      "bndDueInt":0,"bndDueIntOverInt":0,"bndDueIntDate":null,"bndStepUp":null,\
      "bndLastIntPayDate":null,"bndStmt":null,"tag":"Bond"}},
      "waterfall":{"CleanUp":[{"tag":"LiquidatePool","contents":[{"tag":"BalanceFactor",\
      "contents":[1.0,0.0]},"acc",null]},{"tag":"PayFeeResidual","contents":[{"tag":"DuePct",\
      "contents":0.7},"acc","fee"]},{"tag":"PayIntResidual","contents":[null,"acc","B"]}],
      "EndOfPoolCollection":[],
      "DistributionDay Amortizing":[{"tag":"PayFee","contents":[null,"acc",["fee"],null]},
      {"tag":"AccrueAndPayInt","contents":[null,"acc",["A1"],null]},
      {"tag":"PayPrin","contents":[null,"acc",["A1"],null]},
      {"tag":"PayPrin","contents":[null,"acc",["B"],null]},
      {"tag":"PayIntResidual","contents":[null,"acc","B"]}]},
      "fees":{"fee":{"feeName":"fee","feeType":{"tag":"FixFee","contents":25},"feeDueDate":null,\
      "feeDue":0,"feeArrears":0,"feeLastPaidDay":null,"feeStart":"2021-10-15"}},
      "accounts":{"acc":{"accBalance":0,"accName":"acc","accType":null,"accInterest":null,\
      "accStmt":null}},
      "collects":[{"tag":"Collect","contents":[null,"CollectedInterest","acc"]},
      {"tag":"Collect","contents":[null,"CollectedPrincipal","acc"]},
      {"tag":"Collect","contents":[null,"CollectedPrepayment","acc"]},
      {"tag":"Collect","contents":[null,"CollectedRecoveries","acc"]}],
      "rateSwap":null,"currencySwap":null,"custom":null,"triggers":null,"liqProvider":null,\
      "ledgers":null,"stats":[{},{},{},{}]}}
      """;

  private static final String RATES =
      """
      {"interest":[{"tag":"RateFlat","contents":["LPR5Y",0.04]},
      {"tag":"RateCurve","contents":["LPR1Y",{"tag":"IRateCurve","contents":\
      [["2021-01-01",0.02],["2022-01-01",0.03]]}]}]}
      """;

  private static final String POOL =
      """
      {"tag":"PoolLevel","contents":[{"tag":"MortgageAssump","contents":\
      [{"tag":"DefaultCDR","contents":0.01},{"tag":"PrepaymentCPR","contents":0.1},\
      {"tag":"Recovery","contents":[0.3,4]},null]},[],{"tag":"DummyDefaultAssump"}]}
      """;

  private static void onlyProblems(Runnable reading) {
    try {
      reading.run();
    } catch (ProblemsException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.line().length()).isLessThan(2_000));
    }
  }

  @Seeds(300)
  void dealsAreReadAndRunOrRefused(Seed seed) {
    String json = Spoilt.json(seed, DEAL);
    Assumptions rates = ScenarioImport.scenario("rates", RATES, Assumptions.NONE);
    onlyProblems(() -> {
      Deal deal = AbsBoxImport.deal("spoilt", json);
      assertThat(Ledger.run(Plan.of(deal, rates)).payments()).isNotNegative();
    });
  }

  /// A deal with accounts, fees, limits, conditions, a trigger and a choice.
  @Seeds(300)
  void dealsWithManyPartsAreReadAndRunOrRefused(Seed seed) {
    String json = Spoilt.json(seed, AbsBoxImportTest.json());
    onlyProblems(() -> {
      Deal deal = AbsBoxImport.deal("spoilt", json);
      assertThat(Ledger.run(Plan.of(deal, Assumptions.NONE)).payments()).isNotNegative();
      assertThat(DealReader.read("again", DealWriter.yaml(deal), DealReader.FileTexts.NONE))
          .isEqualTo(deal);
    });
  }

  @Seeds(300)
  void scenariosAreReadAndRunOrRefused(Seed seed) {
    String json = Spoilt.json(seed, seed.chance(0.5) ? RATES : POOL);
    Deal deal = AbsBoxImport.deal("sound", DEAL);
    onlyProblems(() -> {
      Assumptions read = ScenarioImport.scenario("spoilt", json, Assumptions.NONE);
      assertThat(Ledger.run(Plan.of(deal, read)).payments()).isNotNegative();
    });
  }
}
