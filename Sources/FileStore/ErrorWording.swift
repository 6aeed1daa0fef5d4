import Glibc
public import Wording

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension FileStoreError: Worded, LocalizedError, CustomStringConvertible {
  /// What went wrong, in English.
  public var errorDescription: String? { event.english }

  /// What to do about it, in English.
  public var recoverySuggestion: String? { remedy?.english }

  /// What went wrong, and what to do about it.
  public var message: Message {
    guard let remedy else { return event }
    return Message(fr: "\(event) : \(remedy)", en: "\(event): \(remedy)")
  }

  private var event: Message {
    switch code {
    case .cannotOpen:
      Message(fr: "\(path): ouverture impossible : \(reason)", en: "\(path): cannot be opened: \(reason)")
    case .cannotRead:
      Message(fr: "\(path): lecture impossible : \(reason)", en: "\(path): cannot be read: \(reason)")
    case .cannotWrite:
      Message(fr: "\(path): écriture impossible : \(reason)", en: "\(path): cannot be written: \(reason)")
    case .exists:
      Message(
        fr: "\(path): le fichier existe déjà, il est gardé", en: "\(path): already exists, and is kept")
    }
  }

  private var remedy: Message? {
    code == .exists ? Message(fr: "donnez un autre fichier", en: "give another file") : nil
  }

  /// The system's own reasons, of which it has a French wording only where its French locale is installed.
  private var reason: Message {
    let english = Sentence<English>(verbatim: String(cString: strerror(errorNumber)))
    return switch errorNumber {
    case 0: Message(fr: "il a changé pendant la lecture", en: "it changed while it was read")
    case ENOENT: Message(fr: "aucun fichier ni dossier de ce nom", en: english)
    case EACCES, EPERM: Message(fr: "accès refusé", en: english)
    case EISDIR: Message(fr: "c'est un dossier", en: english)
    case ENOTDIR: Message(fr: "une partie du chemin n'est pas un dossier", en: english)
    case ENOSPC, EDQUOT: Message(fr: "plus de place sur le disque", en: english)
    case EROFS: Message(fr: "le disque est en lecture seule", en: english)
    case ENAMETOOLONG: Message(fr: "nom trop long", en: english)
    case EMFILE, ENFILE: Message(fr: "trop de fichiers ouverts", en: english)
    case EIO: Message(fr: "erreur du disque", en: english)
    case ETXTBSY, EBUSY: Message(fr: "le fichier est utilisé par un autre programme", en: english)
    case EFBIG: Message(fr: "le fichier serait trop grand", en: english)
    case ENXIO, ENODEV: Message(fr: "ce périphérique n'existe pas", en: english)
    case EPIPE: Message(fr: "plus personne ne lit la sortie", en: english)
    default: Message(fr: "erreur système \(number: errorNumber)", en: english)
    }
  }
}
