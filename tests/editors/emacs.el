;;; emacs.el --- Emacs's checks with Eglot  -*- lexical-binding: t; -*-

;; run.sh starts them and says in the environment what they need.

(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(require 'xref)

(setq backtrace-on-error-noninteractive nil
      create-lockfiles nil
      make-backup-files nil
      inhibit-message t)
(set-language-environment "UTF-8")

(defvar check-seconds 20 "For one wait.")
(defvar check-title "𝛼-Rhythms at Shared Desks: Listening to Readers Who Sit Side by Side")
(defvar check-folder (getenv "FOLDER"))
(defvar check-output (getenv "OUTPUT"))

(defun check-say (format &rest arguments)
  (let ((coding-system-for-write 'utf-8))
    (write-region (concat (apply #'format format arguments) "\n") nil check-output t 'quiet)))

(defmacro check (name &rest body)
  (declare (indent 1))
  `(let ((start (float-time)) problem)
     (condition-case failure (progn ,@body)
       ((error quit) (setq problem (error-message-string failure))))
     (check-say "%s  Emacs: %s  (%.1f s)" (if problem "FAIL" "ok  ") ,name (- (float-time) start))
     (when problem (check-say "      %s" (replace-regexp-in-string "\n" "\n      " problem)))))

(defun check-equal (expected actual)
  (unless (equal expected actual) (error "expected %S\nbut was %S" expected actual)))

(defun check-wait (what condition &optional state)
  (let ((end (+ (float-time) check-seconds)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "waited %d s until %s; %S" check-seconds what (and state (funcall state))))
      (accept-process-output nil 0.01))))

(defun check-open (name)
  (switch-to-buffer (find-file-noselect (expand-file-name name check-folder))))

(defun check-line (number)
  (goto-char (point-min))
  (forward-line (1- number)))

(defun check-here ()
  (list (file-name-nondirectory buffer-file-name) (line-number-at-pos)))

(defun check-found ()
  "The rule, the line and the underlined text of each finding, in their order."
  (mapcar (lambda (found)
            (let ((start (flymake-diagnostic-beg found)))
              (list (and (string-match "DG[0-9]+" (flymake-diagnostic-text found)) (match-string 0 (flymake-diagnostic-text found)))
                    (line-number-at-pos start)
                    (buffer-substring-no-properties start (flymake-diagnostic-end found)))))
          (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun check-wait-for-rules (&rest expected)
  (check-wait (format "the findings are %s" expected)
              (lambda () (equal expected (mapcar #'car (check-found))))
              #'check-found))

(defun check-changed ()
  "Tells the server what was typed, as Eglot does when nobody types."
  (eglot--signal-textDocument/didChange))

(load (expand-file-name "editors/emacs/digest-mode.el" (getenv "CHECKOUT")) nil t)
(setq digest-server-command (list (getenv "DIGESTLSP") "lsp")
      eglot-sync-connect 20)

(check "digests are known by name and by banner, other text is left alone"
  (check-equal '(digest-mode digest-mode text-mode digest-mode)
               (mapcar (lambda (name) (check-open name) major-mode)
                       '("2026-04-01.digest" "reading-list.txt" "notes.txt" "later/2026-04-02.digest.txt"))))

(check "Eglot starts the server for the folder"
  ;; Batch mode is one that asks nobody; the contact is the one that M-x eglot takes.
  (apply #'eglot (let ((noninteractive nil)) (eglot--guess-contact)))
  (check-wait "the buffer is managed" #'eglot-managed-p)
  (check-equal "digest" (plist-get (eglot--TextDocumentItem) :languageId))
  (check-equal (file-name-as-directory (file-truename check-folder))
               (file-name-as-directory (file-truename (project-root (eglot--project (eglot-current-server)))))))

(check "a paper that stands in another digest is underlined, title and no more"
  (flymake-start)                       ; which a window does where there is one
  (check-wait "there are two findings" (lambda () (= 2 (length (check-found)))) #'check-found)
  (check-equal (list "DG2001" 7 check-title) (car (check-found))))

(check "hover tells the other place and how the abstract begins"
  (check-line 7)
  (let (shown)
    (run-hook-wrapped 'eldoc-documentation-functions
                      (lambda (function)
                        (when (eq function 'eglot-hover-eldoc-function)
                          (funcall function (lambda (text &rest _) (setq shown (substring-no-properties (or text ""))))))
                        nil))
    (check-wait "both are shown"
                (lambda () (and shown (string-match-p "2026-04-01\\.digest" shown) (string-match-p "Two people who read at one desk" shown)))
                (lambda () shown))
    (unless (null (string-match-p "\\*\\*\\|\\](" shown)) (error "Markdown is shown as it is written: %s" shown))))

(check "definition goes to the first copy, in the other file"
  (check-line 7)
  (forward-char 20)
  (call-interactively #'xref-find-definitions)
  (check-equal '("2026-04-01.digest" 7) (check-here))
  (check-open "later/2026-04-02.digest.txt"))

(check "references list both places"
  (check-line 7)
  (forward-char 20)
  (check-equal '("2026-04-01.digest:7" "2026-04-02.digest.txt:7")
               (sort (mapcar (lambda (item)
                               (let ((place (xref-item-location item)))
                                 (format "%s:%s" (file-name-nondirectory (xref-location-group place)) (xref-location-line place))))
                             (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot)))
                     #'string<)))

(check "a typed letter takes the finding away, and undo brings it back"
  (check-open "later/2026-04-02.digest.txt")
  (buffer-enable-undo)
  (check-line 7)
  (end-of-line)
  (undo-boundary)
  (insert " is")
  (check-changed)
  (check-wait "the title is no exact copy any more" (lambda () (not (assoc "DG2001" (check-found)))) #'check-found)
  (undo-boundary)
  (undo 1)
  (check-changed)
  (check-wait-for-rules "DG2001" "DG1006"))

(check "a quick fix inserts the missing blank line"
  (check-line 11)
  (search-forward "their ")
  (let* (offered
         (choose (lambda (_prompt choices &rest _)
                   (setq offered (all-completions "" choices))
                   (or (cl-find-if (lambda (name) (string-prefix-p "Insert a blank line" name)) offered)
                       (error "No such fix is offered: %S" offered)))))
    ;; As after a key; else Eglot opens a menu for the mouse.
    (setq last-nonmenu-event ?.)
    (cl-letf (((symbol-function 'completing-read) choose))
      (call-interactively #'eglot-code-actions)))
  (check-line 11)
  (check-equal '("Counting Snow Buntings by Their Shadows" "" "Snow buntings are white on snow")
               (mapcar (lambda (line) (car (split-string line ","))) (split-string (buffer-substring-no-properties (point) (line-end-position 3)) "\n")))
  (check-changed)
  (check-wait-for-rules "DG2001"))

(check "shutting down ends the server"
  (let ((server (eglot-current-server)))
    (eglot-shutdown server)
    (check-wait "it has ended" (lambda () (not (jsonrpc-running-p server))))))

(check-say "done")
(kill-emacs 0)
