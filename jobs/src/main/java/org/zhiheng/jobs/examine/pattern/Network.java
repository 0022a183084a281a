package org.zhiheng.jobs.examine.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.zhiheng.values.RightId;

/// Who shares something with the applicant, by what is recorded and nothing else.
final class Network {

  private Network() {}

  static Factor of(Factors factors, List<Evidence.Link> links, long agentClients) {
    List<Evidence.Link> sorted =
        links.stream()
            .sorted(
                Comparator.comparing(Evidence.Link::basis)
                    .thenComparing(Evidence.Link::party)
                    .thenComparing(Evidence.Link::shared))
            .toList();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        parties(
            factors,
            sorted,
            Evidence.LinkBasis.CO_APPLICANT,
            "linked-co-applicants",
            new Said("共同申请人数", "others who filed together with the applicant")));
    figures.add(
        parties(
            factors,
            sorted,
            Evidence.LinkBasis.ADDRESS_AND_AGENT,
            "linked-address-and-agent",
            new Said("同一地址且同一代理机构者", "others with the same address and the same agent")));
    figures.add(
        factors.count(
            "agent-clients",
            agentClients,
            "parties",
            new Said(
                "同一代理机构的其他申请人数（本身不说明关联）", "other clients of the same agents (no link by itself)"),
            List.of()));
    boolean addressed =
        factors.filings().stream().anyMatch(filing -> !filing.addresses().isEmpty());
    return factors.of(
        Factor.Kind.NETWORK,
        figures,
        sorted,
        addressed ? Factor.Confidence.COMPUTED : Factor.Confidence.THIN,
        addressed
            ? new Said(
                "仅依登记的地址、代理机构和共同申请；未查工商登记与人员。",
                "Only by recorded addresses, agents and joint filings; company registers and people"
                    + " were not looked up.")
            : new Said(
                "登记簿中没有申请人地址，无法按地址查找。",
                "No address of the applicant is on record, so none could be compared."));
  }

  private static Figure parties(
      Factors factors,
      List<Evidence.Link> links,
      Evidence.LinkBasis basis,
      String code,
      Said label) {
    List<Evidence.Link> of = links.stream().filter(link -> link.basis() == basis).toList();
    TreeSet<RightId> rights = new TreeSet<>();
    of.forEach(link -> rights.addAll(link.rights()));
    return factors.count(
        code, of.stream().map(Evidence.Link::party).distinct().count(), "parties", label, rights);
  }
}
