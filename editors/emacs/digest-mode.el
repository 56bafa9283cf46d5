;;; digest-mode.el --- Digests of papers, with DigestLsp's language server  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "26.3"))
;; Keywords: text, languages
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; A mode for digests, and what Eglot has to know to start `digestlsp lsp' in it.  See README.md beside this file.

;;; Code:

(require 'project)
(require 'subr-x)

(defgroup digest nil
  "Digests of papers."
  :group 'text)

(defcustom digest-server-command '("digestlsp" "lsp")
  "The language server and its arguments."
  :type '(repeat string))

(defconst digest-banner-lines
  '("new" "get trending papers in your email inbox!" "subscribe" "daily papers"
    "byak and the research community" "by ak and the research community")
  "The lines with which a digest is known to open, in any order.
Letter case does not matter.  The server knows the same.")

(defconst digest-banner-lines-needed 2
  "How many banner lines make a banner.
One alone (\"new\", \"Subscribe\") opens many other texts.")

(defun digest-opens-with-banner-p ()
  "Whether the buffer opens with banner lines, before any other text."
  (save-excursion
    (goto-char (point-min))
    (let ((found 0) (read 0) (banner t))
      (while (and banner (< found digest-banner-lines-needed) (< read 40) (not (eobp)))
        (let ((text (downcase (string-trim (buffer-substring-no-properties (line-beginning-position) (line-end-position))
                                           "[ \t\r\ufeff]+"))))
          (cond ((member text digest-banner-lines) (setq found (1+ found)))
                ((not (string-empty-p text)) (setq banner nil))))
        (setq read (1+ read))
        (forward-line 1))
      (>= found digest-banner-lines-needed))))

(defun digest-text-file-with-banner-p ()
  "Whether the buffer visits a .txt file that opens with a digest's banner."
  (and buffer-file-name
       (string-suffix-p ".txt" buffer-file-name)
       (digest-opens-with-banner-p)))

(defun digest-project (folder)
  "The nearest folder at or above FOLDER with a `.digestlsp', as a project."
  (when-let ((root (locate-dominating-file folder ".digestlsp")))
    (cons 'transient (expand-file-name root))))

;;;###autoload
(define-derived-mode digest-mode text-mode "Digest"
  "Major mode for digests of papers."
  ;; An abstract is one long line.
  (visual-line-mode 1)
  (add-hook 'project-find-functions #'digest-project nil t))

;;;###autoload
(progn
  (add-to-list 'auto-mode-alist '("\\.digest\\(?:\\.txt\\)?\\'" . digest-mode))
  (add-to-list 'magic-mode-alist '(digest-text-file-with-banner-p . digest-mode)))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(digest-mode . (lambda (&rest _) digest-server-command))))

(provide 'digest-mode)
;;; digest-mode.el ends here
