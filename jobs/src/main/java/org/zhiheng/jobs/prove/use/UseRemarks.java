package org.zhiheng.jobs.prove.use;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.register.number.Office;

/// What a reader of a window must know beside it.
///
/// @param mark as registered
/// @param locker all its evidence
/// @param question what was asked
/// @param lawless whether no law of that day is known
record UseRemarks(RegisteredMark mark, Locker locker, UseQuestion question, boolean lawless) {

  /// Years from the registration announcement before a non-use request may be made: Implementing
  /// Regulations (2014) art. 66 para. 3.
  private static final int YEARS_FIRST = 3;

  List<UseWindow.Remark> of(List<LockerItem> uses) {
    List<UseWindow.Remark> remarks = new ArrayList<>();
    if (!mark.office().equals(Office.CN)) {
      add(
          remarks,
          "other-office",
          List.of(mark.office().code()),
          "本商标不在中国登记；此处按中国法计算。",
          "The mark is not in the Chinese register; this counts as Chinese law does.");
    }
    if (lawless) {
      add(
          remarks,
          "law-unknown",
          List.of(question.asked().toString()),
          "该日适用的法律未收录，此处仍按三年计算。",
          "No law of that day is known here; three years are counted all the same.");
    }
    registration(remarks);
    remarks.addAll(beside(mark, locker, uses));
    return List.copyOf(remarks);
  }

  /// What is to be known of the evidence, whatever was asked.
  static List<UseWindow.Remark> beside(RegisteredMark mark, Locker locker, List<LockerItem> uses) {
    List<UseWindow.Remark> remarks = new ArrayList<>();
    List<String> strange =
        uses.stream().flatMap(one -> mark.strange(one.item()).stream()).distinct().toList();
    if (mark.goods().goods().isEmpty()) {
      add(
          remarks,
          "goods-unknown",
          List.of(),
          "登记簿未列明商品，无法核对核定使用的商品；所列商品取自证据。",
          "The record lists no goods: those of the evidence are told of, registered or not.");
    } else if (!strange.isEmpty()) {
      add(
          remarks,
          "strange-good",
          strange,
          "证据中的商品不在核定使用的商品之列（或者名称不同），不能当然维持注册。",
          "Goods in evidence that the mark is not registered for, or is under another name: use on them"
              + " does not by itself keep it.");
    }
    if (!locker.erased().isEmpty()) {
      add(
          remarks,
          "erased",
          ids(locker.erased()),
          "依法删除的证据，内容已不可知，未计入。",
          "Evidence erased by law: what it showed is not known any more, and not counted.");
    }
    if (!locker.unread().isEmpty()) {
      add(
          remarks,
          "unread",
          ids(locker.unread().stream().map(Locker.Unread::id).toList()),
          "使用证据未写明使用事实，未计入。",
          "Evidence of the kind use that does not state what it shows, and is not counted.");
    }
    add(
        remarks,
        "stated-time",
        List.of(),
        "日期、地点、商品和商标均为存证人所述；日志只证明存证时间，不证明使用时间。",
        "Days, places, goods and marks are as the depositor stated them; the log proves when that was"
            + " deposited, not when the use was.");
    return List.copyOf(remarks);
  }

  private void registration(List<UseWindow.Remark> remarks) {
    if (mark.registeredOn().isEmpty()) {
      add(
          remarks,
          "registration-unknown",
          List.of(),
          "注册公告日未记载，未核对是否满三年。",
          "The day of registration is not recorded: whether three years are over was not looked at.");
    } else if (question.basis() == UseQuestion.Basis.NON_USE_REQUEST
        && question.asked().isBefore(mark.registeredOn().get().plusYears(YEARS_FIRST))) {
      add(
          remarks,
          "premature",
          List.of(mark.registeredOn().get().toString()),
          "自注册公告之日起未满三年，撤三申请不得提出。",
          "Three years from the registration announcement are not over: no such request can be made yet.");
    } else if (question.from().isBefore(mark.registeredOn().get())) {
      add(
          remarks,
          "registered-later",
          List.of(mark.registeredOn().get().toString()),
          "三年期间早于注册日开始；注册前的使用不是注册商标的使用。",
          "The window begins before the registration: use before that is no use of a registered mark.");
    }
  }

  private static List<String> ids(List<EvidenceId> ids) {
    return ids.stream().map(EvidenceId::toString).toList();
  }

  private static void add(
      List<UseWindow.Remark> remarks, String code, List<String> subject, String zh, String en) {
    remarks.add(new UseWindow.Remark(code, subject, new Said(zh, en)));
  }
}
