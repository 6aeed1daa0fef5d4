import Allocations
import DelimitedText
package import Wording

extension AllocationFileDefect {
  package var message: Message {
    switch self {
    case .emptyCode: Message(fr: "un code vide à côté d'un +", en: "an empty code beside a +")
    case .emptyModule: Message(fr: "module vide", en: "empty module")
    case .emptySlot:
      Message(
        fr: "créneau vide, alors que d'autres lignes en ont un", en: "empty créneau, and other rows have one")
    case .repeatedOffer(let line):
      Message(
        fr: "même module et même créneau qu'à la ligne \(number: line)",
        en: "the same module in the same créneau as on line \(number: line)")
    case .severalSlots:
      Message(
        fr: "les options n'ont qu'un créneau, et cette ligne en nomme un autre",
        en: "options have a single créneau; this row names another")
    case .unknownStudent: Message(fr: "cet élève n'existe pas", en: "no such student")
    case .unknownModule: Message(fr: "ce module n'existe pas", en: "no such module")
    case .unknownDestination: Message(fr: "cette destination n'existe pas", en: "no such destination")
    case .unknownSlot: Message(fr: "ce créneau n'existe pas", en: "no such créneau")
    case .repeatedWish(let line):
      Message(
        fr: "l'élève demande déjà ce module à la ligne \(number: line)",
        en: "the student names this module already, on line \(number: line)")
    case .rankWithoutCost(let largest):
      Message(
        fr: "ce rang n'a pas de coût : seuls les rangs jusqu'à \(number: largest) en ont un",
        en: "no cost for this rank, only up to \(number: largest)")
    case .repeatedSeat(let line):
      Message(
        fr: "l'élève a déjà une ligne pour ce créneau, la ligne \(number: line)",
        en: "the student already has a row for this créneau, on line \(number: line)")
    case .missingSeat(let slot):
      slot.isEmpty
        ? Message(fr: "il manque une ligne pour cet élève", en: "no row for this student")
        : Message(
          fr: "il manque une ligne pour cet élève dans le créneau \(printable(slot))",
          en: "no row for this student in créneau \(printable(slot))")
    case .notWished:
      Message(
        fr: "l'élève n'a pas demandé ce module dans ce créneau",
        en: "the student did not wish for this module in this créneau")
    case .rankWithoutModule: Message(fr: "un rang sans module", en: "a rank without a module")
    case .rankContradictsWish:
      Message(fr: "ce n'est pas le rang du vœu de l'élève", en: "not the rank of the student's wish")
    case .notALevel: Message(fr: "ce n'est pas un niveau de A1 à C2", en: "not a level from A1 to C2")
    case .levelWithoutLanguage: Message(fr: "un niveau sans langue", en: "a level without a language")
    case .repeatedLanguage: Message(fr: "deux fois la même langue", en: "the same language twice")
    case .repeatedQuota(let line):
      Message(
        fr: "même semestre et même type qu'à la ligne \(number: line)",
        en: "the same semester and type as on line \(number: line)")
    case .unknownSemester:
      Message(fr: "aucune destination n'a ce semestre", en: "no destination has this semester")
    case .everySemester:
      Message(
        fr: "* veut dire tous les semestres, et n'est admis que dans les quotas",
        en: "* stands for all semesters, and only in quotas")
    case .repeatedWithdrawal(let line):
      Message(
        fr: "l'élève se désiste déjà à la ligne \(number: line)",
        en: "the student withdraws on line \(number: line) already")
    case .repeatedImprovement(let line):
      Message(
        fr: "l'élève demande déjà une meilleure place à la ligne \(number: line)",
        en: "the student asks on line \(number: line) already")
    case .whichSlot:
      Message(
        fr: "plusieurs créneaux proposent ce module : donnez le créneau",
        en: "several créneaux offer the module: give the créneau")
    case .repeatedDestination(let line):
      Message(
        fr: "l'élève demande déjà cette destination à la ligne \(number: line)",
        en: "the student names this destination already, on line \(number: line)")
    case .repeatedStudent(let line):
      Message(
        fr: "l'élève a déjà une ligne, la ligne \(number: line)",
        en: "the student already has a row, on line \(number: line)")
    case .destinationNotWished:
      Message(
        fr: "l'élève n'a pas demandé cette destination, ou n'en remplit pas les conditions",
        en: "the student did not wish for this destination, or is not eligible")
    case .rankWithoutDestination: Message(fr: "un rang sans destination", en: "a rank without a destination")
    case .reasonOfPlaced:
      Message(
        fr: "un motif pour être sans place, alors que l'élève en a une",
        en: "a reason to have no place, for a student who has one")
    case .otherReason(let reason):
      Message(
        fr: "l'élève est sans place pour un autre motif : \(reason)",
        en: "the student has no place for another reason: \(reason)")
    case .neededColumn(let condition):
      Message(
        fr: "cette colonne manque à l'en-tête, et il la faut pour \(condition)",
        en: "no such column in the header, and \(condition) needs it")
    case .sameStudent: Message(fr: "deux fois le même élève", en: "both are the same student")
    case .unknownMark(let words):
      Message(fr: "mot inconnu ; sont admis : \(list: words)", en: "not one of: \(list: words)")
    case .markWithoutPlace:
      Message(
        fr: "la ligne n'a pas de place : elle ne peut pas venir d'un échange",
        en: "the row has no place; it cannot come from an exchange")
    case .markOfUnwished:
      Message(
        fr: "la place n'était pas un vœu, et la ligne ne dit pas qu'elle vient d'un échange",
        en: "the place was no wish, and the row does not say that it is from an exchange")
    case .rankOfComplement:
      Message(
        fr: "une place donnée au-delà des vœux n'a pas de rang",
        en: "a place given beyond the wishes has no rank")
    case .notEligible:
      Message(
        fr: "l'élève ne remplit pas les conditions de cette place",
        en: "the student is not eligible for this place")
    case .missingOrigin:
      Message(fr: "il manque la place d'avant les échanges", en: "the place before the exchanges is missing")
    case .originWithoutExchange:
      Message(
        fr: "une place d'avant les échanges, alors que motif n'est pas \(PlaceMarks.Mark.exchange.csvWord)",
        en: "a place before exchanges, but motif is not \(PlaceMarks.Mark.exchange.csvWord)")
    case .unknownOrigin:
      Message(
        fr: "la place d'avant les échanges n'existe pas dans ce créneau",
        en: "no such place before the exchanges in this créneau")
    case .originIsPlace:
      Message(fr: "la même place qu'après les échanges", en: "the same place as after the exchanges")
    }
  }

  package var kind: Message {
    switch self {
    case .repeatedOffer:
      Message(
        fr: "deux fois le même module dans le même créneau", en: "the same module in the same créneau twice")
    case .repeatedWish:
      Message(fr: "l'élève demande deux fois ce module", en: "the student names this module twice")
    case .repeatedDestination:
      Message(
        fr: "l'élève demande deux fois cette destination", en: "the student names this destination twice")
    case .repeatedSeat:
      Message(fr: "l'élève a deux lignes pour ce créneau", en: "the student has two rows for this créneau")
    case .repeatedStudent: Message(fr: "l'élève a deux lignes", en: "the student has two rows")
    case .repeatedQuota:
      Message(fr: "deux fois le même semestre et le même type", en: "the same semester and type twice")
    case .repeatedWithdrawal: Message(fr: "l'élève se désiste deux fois", en: "the student withdraws twice")
    case .repeatedImprovement:
      Message(fr: "l'élève demande deux fois une meilleure place", en: "the student asks for better twice")
    case .otherReason:
      Message(
        fr: "l'élève est sans place pour un autre motif", en: "the student has no place for another reason")
    default: message
    }
  }
}

extension CertificateFileDefect {
  package var message: Message {
    switch self {
    case .notJSON: Message(fr: "ce n'est pas du JSON", en: "not JSON")
    case .notReadable(let problem): problem
    case .notOneOf(let words):
      Message(fr: "mot inconnu ; sont admis : \(list: words)", en: "not one of: \(list: words)")
    case .notRankCosts:
      Message(
        fr:
          "les coûts sont des nombres entiers de 0 à \(number: RankCosts.largestCost), qui ne baissent jamais",
        en: "costs are whole numbers from 0 to \(number: RankCosts.largestCost) that never fall")
    case .unknownOffer:
      Message(fr: "ce module n'existe pas dans ce créneau", en: "no such module in this créneau")
    case .repeatedOffer: Message(fr: "module en double", en: "duplicate module")
    case .unknownQuota: Message(fr: "ce quota n'existe pas", en: "no such quota")
    case .repeatedQuota: Message(fr: "quota en double", en: "duplicate quota")
    case .missingPrice(.offer(let module, let slot)):
      slot.isEmpty
        ? Message(fr: "pas de prix pour le module \(module)", en: "no price for module \(module)")
        : Message(
          fr: "pas de prix pour le module \(module) dans le créneau \(slot)",
          en: "no price for module \(module) in créneau \(slot)")
    case .missingPrice(.quota(let name)):
      Message(fr: "pas de prix pour le quota \(name)", en: "no price for quota \(name)")
    case .otherObjective(let expected):
      Message(
        fr: "ce n'est pas ce que cette politique demande sur ces vœux : \(expected)",
        en: "not what this policy asks on these wishes: \(expected)")
    case .searchedContradictsRelaxation:
      Message(fr: "true avec une relaxation, false sans", en: "true with a relaxation, false without one")
    case .valueContradictsLevels:
      Message(
        fr: "ce n'est pas la somme pondérée des valeurs des niveaux",
        en: "not the weighted sum of the levels' values")
    case .repeatedKey: Message(fr: "clé en double", en: "duplicate key")
    case .unknownKey: Message(fr: "clé inconnue", en: "unknown key")
    case .notAsWritten:
      Message(
        fr: "ce n'est pas ce que palmares écrit ici : prenez le certificat tel qu'il a été écrit",
        en: "not what palmares writes here; take the certificate as it was written")
    }
  }
}

extension Message {
  /// What is wrong with a certificate that lacks a key.
  static let missingKey = Message(fr: "il manque cette clé", en: "the key is missing")
}
